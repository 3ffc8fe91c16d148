package confidant.policy;

import confidant.model.DataClass;
import confidant.model.Lang;
import confidant.model.Purpose;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What {@code policies/classes.yaml} says of one kind of tag.
 *
 * @param form how values are written: {@code date} (ISO date or {@code --MM-DD}), {@code code} (one of {@code values}),
 *     {@code count} (digits), {@code text}
 * @param purposes the purposes it may be noted under
 * @param values the allowed codes with their titles; empty unless {@code form} is {@code code}
 * @param keep how long a tag of this kind is kept
 */
public record TagKind(
        String id,
        DataClass dataClass,
        String dpv,
        String form,
        List<Purpose> purposes,
        Map<String, Map<Lang, String>> values,
        Map<Lang, String> title,
        Duration keep) {}
