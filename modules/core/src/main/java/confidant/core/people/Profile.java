package confidant.core.people;

import confidant.model.Channel;
import confidant.model.Lang;
import confidant.model.Personal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Who a client is to the house: what they like to be called, their language and their zone. */
public record Profile(Optional<Personal<String>> name, Lang lang, ZoneId zone, Channel channel, Instant since) {

    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        name.ifPresent(value -> fields.put("name", value.reveal()));
        fields.put("lang", lang.tag());
        fields.put("zone", zone.getId());
        return fields;
    }

    static Profile of(Map<String, String> fields, Channel channel, Instant since) {
        return new Profile(
                Optional.ofNullable(fields.get("name")).map(Personal::of),
                Lang.closest(fields.getOrDefault("lang", "en")),
                ZoneId.of(fields.getOrDefault("zone", "UTC")),
                channel,
                since);
    }
}
