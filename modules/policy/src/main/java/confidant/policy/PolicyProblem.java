package confidant.policy;

/**
 * Something wrong with the policies folder, in words for the officer who keeps it.
 *
 * @param file name of the file inside the folder
 * @param rule id of the rule or entry concerned; empty where there is none
 * @param sentence what is wrong: one lower-case sentence without a full stop
 * @param remedy what to do about it, in the same form
 */
public record PolicyProblem(String file, String rule, String sentence, String remedy) {

    /** One line: where, what, remedy. */
    @Override
    public String toString() {
        String where = rule.isEmpty() ? file : file + ": `" + rule + "`";
        return where + ": " + sentence + " (" + remedy + ")";
    }
}
