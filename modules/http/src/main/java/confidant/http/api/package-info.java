/**
 * What travels over the wire, named as in the contract. Records of requests keep what people say or are in
 * {@link confidant.model.Personal}; records of answers are made by {@code from} methods, the only places of this module in
 * which a personal value is revealed.
 */
@NullMarked
package confidant.http.api;

import org.jspecify.annotations.NullMarked;
