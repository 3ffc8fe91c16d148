package confidant.core.contact;

/**
 * A row that is not taken over.
 *
 * @param column that is wrong; may be empty
 * @param reason a fixed word: {@code channel}, {@code account}, {@code address}, {@code name}, {@code language},
 *     {@code zone}, {@code together}, {@code purpose}, {@code date}, {@code long}, {@code twice}, {@code columns},
 *     {@code broken}, {@code erased}
 */
public record Fault(int line, String column, String reason) {}
