package confidant.app;

import confidant.core.port.Advisor;
import confidant.model.Lang;
import confidant.model.Personal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An assistant that has nothing to say; a real one takes seconds to make. */
final class Mute implements Advisor {
    @Override
    public Lang language(Personal<String> text, Lang usual) {
        return usual;
    }

    @Override
    public Optional<Answer> answer(Personal<String> text, Lang lang) {
        return Optional.empty();
    }

    @Override
    public Draft draft(Personal<String> text, Lang lang) {
        return new Draft("one moment (automated)", Optional.empty());
    }

    @Override
    public List<Spotted> spot(Personal<String> text, Lang lang, Instant now) {
        return List.of();
    }

    @Override
    public Optional<Integer> openQuestion(List<Line> lines) {
        return Optional.empty();
    }
}
