/**
 * A tamper-evident log: append, checkpoint, prove, verify.
 *
 * <p>In come entries as opaque bytes; out go tiles, entry bundles, signed checkpoints and proofs in public formats,
 * so that others' tools can check them:
 * <a href="https://c2sp.org/tlog-tiles">tlog-tiles</a>, <a href="https://c2sp.org/tlog-checkpoint">tlog-checkpoint</a>,
 * <a href="https://c2sp.org/signed-note">signed-note</a>, <a href="https://c2sp.org/tlog-proof">tlog-proof</a>,
 * hashed as RFC 6962 / RFC 9162 section 2.1 say.
 *
 * <p>The room knows bytes and hashes, nothing of people. All of it is synchronous and pure; only {@link
 * confidant.ledger.Bundle} and
 * {@link confidant.ledger.BundleVerifier} touch streams and files. Where tiles live is the caller's matter, behind
 * {@link confidant.ledger.TileSource}.
 */
@NullMarked
package confidant.ledger;

import org.jspecify.annotations.NullMarked;
