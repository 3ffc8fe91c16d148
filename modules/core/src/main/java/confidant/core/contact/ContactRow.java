package confidant.core.contact;

import confidant.model.Address;
import confidant.model.Lang;
import confidant.model.Personal;
import confidant.model.Purpose;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * One row of a file that can be taken over.
 *
 * @param line of the file where it begins, the header being 1
 */
record ContactRow(
        int line,
        Address address,
        Optional<Personal<String>> name,
        Optional<Lang> lang,
        Optional<ZoneId> zone,
        Optional<Said> said) {

    /**
     * What the file says of an earlier consent.
     *
     * @param agreedAt a date, or an instant, as text
     * @param words how it was given
     */
    record Said(List<Purpose> purposes, String agreedAt, Personal<String> words) {
        Said {
            purposes = List.copyOf(purposes);
        }
    }
}
