package confidant.model;

import java.util.regex.Pattern;

/** One organisation on an installation: a short name of lower-case letters, digits and hyphens. */
public record HouseId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    public HouseId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a house id is 1 to 40 lower-case letters, digits and hyphens");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
