/**
 * Checks what a cluster would be handed. In come the overlays of {@code k8s/}, rendered by kubectl; out go failures that
 * name the object.
 */
@NullMarked
package confidant.k8s.check;

import org.jspecify.annotations.NullMarked;
