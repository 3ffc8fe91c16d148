package confidant.k8s.check;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import java.io.IOException;
import java.util.Map;

/** Kubernetes' published contract, by its generated classes: they refuse what it does not know. */
final class Contract {
    private static final Map<String, Class<?>> KINDS = Map.of(
            "v1/ConfigMap", V1ConfigMap.class,
            "v1/Namespace", V1Namespace.class,
            "v1/Service", V1Service.class,
            "v1/ServiceAccount", V1ServiceAccount.class,
            "apps/v1/Deployment", V1Deployment.class,
            "networking.k8s.io/v1/Ingress", V1Ingress.class,
            "networking.k8s.io/v1/NetworkPolicy", V1NetworkPolicy.class,
            "policy/v1/PodDisruptionBudget", V1PodDisruptionBudget.class);

    private Contract() {}

    /** @throws IllegalArgumentException for an unknown kind or field, a missing field, or a value of another type */
    static void check(Manifest manifest) throws IOException {
        String name = manifest.version() + "/" + manifest.kind();
        Class<?> kind = KINDS.get(name);
        if (kind == null) {
            throw new IllegalArgumentException("`" + name + "` is no kind that this check knows: add it");
        }
        JsonElement json = new Gson().toJsonTree(manifest.tree());
        Object read = new JSON().deserialize(json.toString(), kind);
        // What was read must say the same again: a value of another type would come back changed.
        JsonElement again = JSON.getGson().toJsonTree(read);
        Object missing = Difference.first("", json, again);
        if (!missing.equals("")) {
            throw new IllegalArgumentException("`" + manifest + "` is read otherwise at " + missing);
        }
    }
}
