package confidant.core.contact;

import confidant.core.contact.ContactRow.Said;
import confidant.model.Address;
import confidant.model.Channel;
import confidant.model.Lang;
import confidant.model.Personal;
import confidant.model.Purpose;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What each column of a file may hold. Pure. */
final class ContactForm {
    static final List<String> NEEDED = List.of("channel", "account", "address");
    static final Set<String> COLUMNS =
            Set.of("channel", "account", "address", "name", "language", "zone", "purpose", "agreed_at", "evidence");
    private static final Pattern LINE_USER = Pattern.compile("U[0-9a-f]{32}");
    private static final Pattern LANGUAGE = Pattern.compile("(en|zh)(-[A-Za-z]{2,4}){0,2}");
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_EVIDENCE = 1_000;

    private final Predicate<String> accounts;
    private final Set<Purpose> purposes;
    private final Instant now;

    /**
     * @param accounts whether an account is the concierge's own
     * @param purposes that rest on consent and may be asked for
     */
    ContactForm(Predicate<String> accounts, Set<Purpose> purposes, Instant now) {
        this.accounts = accounts;
        this.purposes = Set.copyOf(purposes);
        this.now = now;
    }

    /** Says what is wrong with a cell, by fixed words; never what is in it. */
    static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1;
        final String column;
        final String reason;

        Wrong(String column, String reason) {
            super(column + " " + reason, null, false, false);
            this.column = column;
            this.reason = reason;
        }
    }

    /** @param cells by column; empty where the file has none. Fails with {@link Wrong} */
    ContactRow row(int line, UnaryOperator<String> cells) {
        return new ContactRow(line, address(cells), name(cells), lang(cells), zone(cells), said(cells));
    }

    private Address address(UnaryOperator<String> cells) {
        if (!cells.apply("channel").toLowerCase(Locale.ROOT).equals(Channel.LINE.word())) {
            throw new Wrong("channel", "channel");
        }
        String account = cells.apply("account");
        if (!accounts.test(account)) {
            throw new Wrong("account", "account");
        }
        String value = cells.apply("address");
        if (!LINE_USER.matcher(value).matches()) {
            throw new Wrong("address", "address");
        }
        return new Address(Channel.LINE, account, Personal.of(value));
    }

    private static Optional<Personal<String>> name(UnaryOperator<String> cells) {
        String name = cells.apply("name");
        if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new Wrong("name", "name");
        }
        return name.isEmpty() ? Optional.empty() : Optional.of(Personal.of(name));
    }

    private static Optional<Lang> lang(UnaryOperator<String> cells) {
        String tag = cells.apply("language");
        if (tag.isEmpty()) {
            return Optional.empty();
        }
        if (!LANGUAGE.matcher(tag).matches()) {
            throw new Wrong("language", "language");
        }
        return Optional.of(Lang.closest(tag));
    }

    private static Optional<ZoneId> zone(UnaryOperator<String> cells) {
        String zone = cells.apply("zone");
        if (zone.isEmpty()) {
            return Optional.empty();
        }
        if (!ZONES.contains(zone)) {
            throw new Wrong("zone", "zone");
        }
        return Optional.of(ZoneId.of(zone));
    }

    private Optional<Said> said(UnaryOperator<String> cells) {
        String purpose = cells.apply("purpose");
        String agreed = cells.apply("agreed_at");
        String words = cells.apply("evidence");
        if (purpose.isEmpty() && agreed.isEmpty() && words.isEmpty()) {
            return Optional.empty();
        }
        if (purpose.isEmpty() || agreed.isEmpty() || words.isEmpty()) {
            throw new Wrong("evidence", "together");
        }
        Set<String> named =
                Set.of(Arrays.stream(purpose.split("\\s+")).distinct().toArray(String[]::new));
        List<Purpose> known = purposes.stream()
                .filter(one -> named.contains(one.id()))
                .sorted()
                .toList();
        if (known.size() != named.size()) {
            throw new Wrong("purpose", "purpose");
        }
        if (words.length() > LONGEST_EVIDENCE) {
            throw new Wrong("evidence", "long");
        }
        return Optional.of(new Said(known, date(agreed), Personal.of(words)));
    }

    private String date(String text) {
        try {
            Instant at = text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            // A day may have begun elsewhere already.
            if (at.isBefore(now.plusSeconds(14 * 3600))) {
                return text;
            }
        } catch (DateTimeException e) {
            throw new Wrong("agreed_at", "date");
        }
        throw new Wrong("agreed_at", "date");
    }
}
