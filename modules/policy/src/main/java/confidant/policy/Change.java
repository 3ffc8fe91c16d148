package confidant.policy;

/** Cells that one set decides in one way and another set in another. */
record Change(Block where, Decision before, Decision after) {

    PolicyDiff.Kind kind() {
        int sharper = sharpness(before, after);
        if (sharper == 0) {
            return PolicyDiff.Kind.REASON;
        }
        return sharper < 0 ? PolicyDiff.Kind.LESS : PolicyDiff.Kind.MORE;
    }

    /** Negative when {@code left} shows more than {@code right}, which sorts before what shows less. */
    private static int sharpness(Decision left, Decision right) {
        int byStep = left.precision().compareTo(right.precision());
        boolean blunted = byStep == 0 && !left.transform().isEmpty();
        return blunted ? Blunt.compare(left.transform(), right.transform()) : byStep;
    }

    /** The key of the sentence that tells it. */
    String sentence() {
        if (before.permitted() != after.permitted()) {
            return after.permitted() ? "change.allowed" : "change.refused";
        }
        if (kind() == PolicyDiff.Kind.REASON) {
            return after.permitted() ? "change.reason" : "change.reason.not";
        }
        return kind() == PolicyDiff.Kind.MORE ? "change.sharper" : "change.blunter";
    }
}
