package org.apache.cassandra.security;

import java.security.PermissionCollection;
import java.security.Permissions;

/**
 * Stands in for Cassandra's class of this name on JDK 24 and later, where the security manager is gone and the original
 * cannot be loaded. Cassandra uses it only to fence user-defined functions in. INVARIANT: those stay switched off in
 * the node's configuration; with them on, this class would let a function do anything.
 */
public final class ThreadAwareSecurityManager {
    /** Asked for by the loader of user-defined functions. */
    public static final PermissionCollection noPermissions = none();

    private ThreadAwareSecurityManager() {}

    /** Installs nothing. */
    public static void install() {}

    /** No thread is fenced in. */
    public static boolean isSecuredThread() {
        return false;
    }

    private static PermissionCollection none() {
        Permissions permissions = new Permissions();
        permissions.setReadOnly();
        return permissions;
    }
}
