package confidant.core.tagging;

import confidant.core.Fields;
import confidant.core.House;
import confidant.model.ClientId;
import confidant.model.DataClass;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.model.Tag;
import confidant.model.TagId;
import confidant.policy.TagKind;
import confidant.store.ConversationStore.Ref;
import confidant.store.DueStore.Due;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A reminder that the time of a tag will be over: whose tag, under which purpose, of which kind, since when; never its value.
 * It decides nothing. What is true is the card, which is looked at again when the time has come.
 *
 * @param until the end that was set when the tag was noted
 */
record TagEnd(Ref client, Purpose purpose, TagId tag, String kind, Instant since, Optional<Instant> until) {

    static TagEnd of(Ref client, Purpose purpose, Tag tag) {
        return new TagEnd(client, purpose, tag.id(), tag.kind(), tag.since(), tag.until());
    }

    /** Why a tag ends. */
    enum Why {
        /** Its class is kept no longer. */
        CLASS,
        /** Its own end, which comes before that. */
        OWN
    }

    /** The end by the rules in force; empty for a tag of a kind that they no longer name and that has no end of its own. */
    Optional<Instant> at(House house) {
        Optional<Instant> kept = house.policy().tagKind(kind).map(TagKind::keep).map(since::plus);
        return kept.isPresent() && until.isPresent() && until.get().isBefore(kept.get()) ? until : kept.or(() -> until);
    }

    Why why(House house) {
        return at(house).equals(house.policy().tagKind(kind).map(TagKind::keep).map(since::plus)) ? Why.CLASS : Why.OWN;
    }

    /** Empty for a kind that the rules no longer name. */
    Optional<DataClass> dataClass(House house) {
        return house.policy().tagKind(kind).map(TagKind::dataClass);
    }

    boolean over(House house, Instant now) {
        return at(house).filter(end -> !end.isAfter(now)).isPresent();
    }

    /** The bucket of an instant: its week, by the Monday, so that few buckets hold many years. */
    static LocalDate week(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** The first of the shards that hold ends of tags; those below are the greetings' own. */
    static int firstShard(House house) {
        return house.stores().dues().shards();
    }

    /** As a row of the store; empty for a tag that never ends. */
    Optional<Due> seal(House house) {
        String key = house.vault()
                .pseudonym(
                        house.id(), "tag-end", client.pool() + "/" + client.client() + "/" + purpose.id() + "/" + tag);
        int shards = house.stores().dues().shards();
        int shard = firstShard(house) + Math.floorMod(key.hashCode(), shards);
        return at(house)
                .map(end ->
                        new Due(week(end), shard, key, house.vault().sealDue(house.id(), key, Fields.write(fields()))));
    }

    private Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("pool", client.pool().toString());
        fields.put("client", client.client().toString());
        fields.put("purpose", purpose.id());
        fields.put("tag", tag.toString());
        fields.put("kind", kind);
        fields.put("since", since.toString());
        until.ifPresent(end -> fields.put("until", end.toString()));
        return fields;
    }

    static TagEnd open(House house, Due due) {
        Map<String, String> fields = Fields.read(house.vault().openDue(house.id(), due.key(), due.content()));
        return new TagEnd(
                new Ref(PoolId.parse(need(fields, "pool")), ClientId.parse(need(fields, "client"))),
                new Purpose(need(fields, "purpose")),
                TagId.parse(need(fields, "tag")),
                need(fields, "kind"),
                Instant.parse(need(fields, "since")),
                Optional.ofNullable(fields.get("until")).map(Instant::parse));
    }

    private static String need(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException("an end of a tag without `" + name + "`");
        }
        return value;
    }
}
