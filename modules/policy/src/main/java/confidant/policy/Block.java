package confidant.policy;

import confidant.model.Actor;
import confidant.model.ConsentStatus;
import confidant.model.DataClass;
import confidant.model.Purpose;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Cells that can be told in one breath: each role named, with each act, class, purpose, pool and state of consent named. */
record Block(
        Set<Actor.Role> roles,
        Set<Act> acts,
        Set<DataClass> classes,
        Set<Purpose> purposes,
        Set<Boolean> pools,
        Set<ConsentStatus> consents) {
    /** The sides in the order in which blocks are joined: what belongs together most closely first. */
    private static final int[] ORDER = {5, 4, 3, 2, 1, 0};

    private static final int SIDES = 6;
    private static final int ACTS = 1;

    /** One cell. */
    static Block of(Cell cell) {
        return block(sides(cell));
    }

    /**
     * Joins cells to blocks, as few as joining side by side gives. Each cell lies in exactly one block. Reading is not joined
     * with other acts: of them one does not say how sharply.
     */
    static List<Block> join(Collection<Cell> cells) {
        List<List<Set<Object>>> parts = new ArrayList<>();
        cells.forEach(one -> parts.add(sides(one)));
        List<List<Set<Object>>> joined = parts;
        for (int side : ORDER) {
            joined = join(joined, side);
        }
        return joined.stream().map(Block::block).toList();
    }

    private static List<List<Set<Object>>> join(List<List<Set<Object>>> parts, int side) {
        Map<List<Set<Object>>, Set<Object>> joined = new LinkedHashMap<>();
        for (List<Set<Object>> part : parts) {
            List<Set<Object>> others = new ArrayList<>(part);
            boolean read = side == ACTS && part.get(side).contains(Act.READ);
            others.set(side, read ? Set.of(Act.READ) : Set.of());
            joined.computeIfAbsent(others, key -> new LinkedHashSet<>()).addAll(part.get(side));
        }
        List<List<Set<Object>>> blocks = new ArrayList<>();
        joined.forEach((others, all) -> {
            List<Set<Object>> block = new ArrayList<>(others);
            block.set(side, all);
            blocks.add(block);
        });
        return blocks;
    }

    private static List<Set<Object>> sides(Cell cell) {
        List<Set<Object>> sides = new ArrayList<>(SIDES);
        sides.add(Set.of(cell.role()));
        sides.add(Set.of(cell.act()));
        sides.add(Set.of(cell.what()));
        sides.add(Set.of(cell.purpose()));
        sides.add(Set.of(cell.ownPool()));
        sides.add(Set.of(cell.consent()));
        return sides;
    }

    private static Block block(List<Set<Object>> sides) {
        return new Block(
                all(sides.get(0), Actor.Role.class),
                all(sides.get(1), Act.class),
                all(sides.get(2), DataClass.class),
                all(sides.get(3), Purpose.class),
                all(sides.get(4), Boolean.class),
                all(sides.get(5), ConsentStatus.class));
    }

    private static <T> Set<T> all(Set<Object> side, Class<T> type) {
        return side.stream().map(type::cast).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
