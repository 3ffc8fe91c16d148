package confidant.policy;

import confidant.model.DataClass;
import confidant.model.Lang;
import confidant.model.Purpose;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What {@code policies/classes.yaml} says of one class of data.
 *
 * @param groups the groups that rules can name it by
 * @param purposes the purposes it may serve; empty for what may serve none
 * @param dpv IRI of the class in W3C DPV
 * @param keep how long it is kept
 */
public record DataClassInfo(
        DataClass id,
        List<String> groups,
        List<Purpose> purposes,
        String dpv,
        Duration keep,
        Map<Lang, String> title) {}
