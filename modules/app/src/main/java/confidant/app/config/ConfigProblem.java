package confidant.app.config;

/**
 * One thing that is wrong with the configuration. Never holds a secret.
 *
 * @param path of the key, such as {@code http.port}; empty for the file as a whole
 * @param sentence what is wrong, lower case, without a full stop
 * @param remedy what to do about it
 */
public record ConfigProblem(String path, String sentence, String remedy) {
    @Override
    public String toString() {
        return (path.isEmpty() ? "" : "`" + path + "`: ") + sentence + "; " + remedy;
    }
}
