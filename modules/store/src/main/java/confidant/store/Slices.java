package confidant.store;

import java.util.List;

/** Takes a long result piece by piece. Called one slice at a time, in no promised order of rows. */
@FunctionalInterface
public interface Slices<T> {
    void take(List<T> slice);
}
