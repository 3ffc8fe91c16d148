package confidant.testkit;

import confidant.model.Address;
import confidant.model.Channel;
import confidant.model.Lang;
import confidant.model.Personal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** People who do not exist, the same ones in every run. */
public final class People {
    private static final List<String> ZH = List.of("林采潔", "陳柏宇", "黃郁婷", "张雨桐", "王子涵", "吳沛珊");
    private static final List<String> EN = List.of("Ada Quill", "Ben Marsh", "Cora Vance", "Dev Harrow", "Elin Stroud");

    /** An invented client. */
    public record Person(Personal<String> name, Lang lang, Address line, Personal<LocalDate> birthday) {}

    private People() {}

    /** The person of a number from 0; different numbers have different addresses. */
    public static Person person(int number) {
        boolean chinese = number % 2 == 0;
        List<String> names = chinese ? ZH : EN;
        String name = names.get(number / 2 % names.size()) + (number < 10 ? "" : " " + number);
        return new Person(
                Personal.of(name),
                chinese ? Lang.ZH_HANT : Lang.EN,
                new Address(Channel.LINE, "main", Personal.of(String.format(Locale.ROOT, "U%032x", number + 0xC0FFEE))),
                Personal.of(LocalDate.of(1970 + number % 35, 1 + number % 12, 1 + number % 28)));
    }
}
