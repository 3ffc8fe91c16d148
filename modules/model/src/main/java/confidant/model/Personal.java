package confidant.model;

import java.util.Objects;

/**
 * A value about a person. Its text form is a placeholder, so it cannot reach a log, an exception or a URL by accident;
 * {@link #reveal()} is the one, greppable way to it.
 */
public final class Personal<T> {
    private final T value;

    private Personal(T value) {
        this.value = Objects.requireNonNull(value);
    }

    public static <T> Personal<T> of(T value) {
        return new Personal<>(value);
    }

    /** The value itself. Whoever calls this answers for where it goes. */
    public T reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Personal<?> that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "(personal)";
    }
}
