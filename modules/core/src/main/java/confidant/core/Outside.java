package confidant.core;

import confidant.core.port.Advisor;
import confidant.core.port.Bell;
import confidant.core.port.Cleaner;
import confidant.core.port.Company;
import confidant.core.port.Courier;
import confidant.core.port.Fetcher;
import confidant.core.port.RuleFolder;
import confidant.core.port.Witness;
import confidant.core.reception.Reception;
import confidant.ledger.NoteSigner;
import confidant.policy.PolicyDraft;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What the rooms need from outside.
 *
 * @param couriers of the messaging apps; the web chat's own is added here
 * @param base public address of the pages, without a path
 * @param witnesses those who see each checkpoint of the ledger
 * @param rules where officers lay rules that are to be put in force
 * @param company whose sign-in staff may use; empty for none
 * @param cleaner makes files fit to be kept
 * @param fetchers of the messaging apps that keep clients' files
 */
public record Outside(
        List<Courier> couriers,
        Advisor advisor,
        Bell bell,
        NoteSigner ledgerKey,
        Reception.Defaults defaults,
        URI base,
        List<Witness> witnesses,
        RuleFolder rules,
        Optional<Company> company,
        Cleaner cleaner,
        List<Fetcher> fetchers) {
    public Outside {
        couriers = List.copyOf(couriers);
        witnesses = List.copyOf(witnesses);
        fetchers = List.copyOf(fetchers);
    }

    /** With files kept as they come, from the web chat only. */
    public Outside(
            List<Courier> couriers,
            Advisor advisor,
            Bell bell,
            NoteSigner ledgerKey,
            Reception.Defaults defaults,
            URI base,
            List<Witness> witnesses,
            RuleFolder rules,
            Optional<Company> company) {
        this(couriers, advisor, bell, ledgerKey, defaults, base, witnesses, rules, company, Cleaner.plain(), List.of());
    }

    /** Without a company's sign-in. */
    public Outside(
            List<Courier> couriers,
            Advisor advisor,
            Bell bell,
            NoteSigner ledgerKey,
            Reception.Defaults defaults,
            URI base,
            List<Witness> witnesses,
            RuleFolder rules) {
        this(couriers, advisor, bell, ledgerKey, defaults, base, witnesses, rules, Optional.empty());
    }

    /** Without witnesses, and without a folder of rules. */
    public Outside(
            List<Courier> couriers,
            Advisor advisor,
            Bell bell,
            NoteSigner ledgerKey,
            Reception.Defaults defaults,
            URI base) {
        this(couriers, advisor, bell, ledgerKey, defaults, base, List.of(), PolicyDraft::none);
    }
}
