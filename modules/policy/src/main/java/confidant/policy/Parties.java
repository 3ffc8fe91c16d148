package confidant.policy;

import confidant.model.Channel;
import confidant.model.Lang;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who else has to do with clients' data, as {@code policies/parties.yaml} says: whoever answers for it, those who process it
 * for the house (GDPR Art. 28) and those who run the apps it goes over. What is not stated is empty; nothing is guessed.
 */
public record Parties(Optional<Controller> controller, List<Processor> processors, List<Platform> platforms) {
    /** Nothing is stated. */
    public static final Parties UNSTATED = new Parties(Optional.empty(), List.of(), List.of());

    public Parties {
        processors = List.copyOf(processors);
        platforms = List.copyOf(platforms);
    }

    /**
     * Who answers for the processing.
     *
     * @param contact how to reach them
     * @param officer how to reach their data protection officer
     * @param country where they are established, an ISO 3166-1 code of two letters
     */
    public record Controller(String name, String contact, String officer, String country) {}

    /**
     * @param does what it does for the house, in each language
     * @param contract by which it is bound
     * @param safeguard what makes it lawful that data are in another country; empty where it is the house's own
     */
    public record Processor(String name, Map<Lang, String> does, String country, String contract, String safeguard) {
        public Processor {
            does = Map.copyOf(does);
        }
    }

    /** @param safeguard as with a processor */
    public record Platform(Channel channel, String name, String country, String safeguard) {}

    /** Whether data that are in {@code country} have left the house's own; no while that is not stated. */
    public boolean abroad(String country) {
        return controller
                .map(Controller::country)
                .filter(home -> !home.equals(country))
                .isPresent();
    }
}
