package confidant.k8s.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code kubectl apply -k k8s/overlays/dev} would hand to a cluster. */
class ManifestsTest {
    /** Secrets that are made by hand or by a secret store, see {@code k8s/README.md}. */
    private static final Set<String> BY_HAND =
            Set.of("confidant-keys", "confidant-line", "confidant-cassandra", "confidant-tls");

    private static List<Manifest> dev = List.of();

    // Rendered once; before each, so that each is reported as not run where there is no kubectl.
    @BeforeEach
    void render() throws Exception {
        if (dev.isEmpty()) {
            dev = Rendering.of(Rendering.folder().resolve("overlays/dev"));
        }
    }

    @Test
    void dev_holds_every_part() {
        assertThat(dev)
                .extracting(Manifest::kind)
                .contains(
                        "Namespace",
                        "Deployment",
                        "Service",
                        "ServiceAccount",
                        "NetworkPolicy",
                        "PodDisruptionBudget",
                        "Ingress",
                        "ConfigMap")
                .doesNotContain("Secret");
    }

    @Test
    void dev_keeps_the_contract_of_kubernetes() throws Exception {
        for (Manifest manifest : dev) {
            Contract.check(manifest);
        }
    }

    @Test
    void check_refuses_a_misspelt_field() {
        Manifest wrong = Rendering.read(
                        "{apiVersion: apps/v1, kind: Deployment, spec: {replicaz: 2, selector: {}, template: {}}}")
                .get(0);
        assertThatThrownBy(() -> Contract.check(wrong)).hasMessageContaining("replicaz");
    }

    @Test
    void check_refuses_a_value_of_another_type() {
        Manifest wrong = Rendering.read(
                        "{apiVersion: apps/v1, kind: Deployment, spec: {replicas: '2', selector: {}, template: {}}}")
                .get(0);
        assertThatThrownBy(() -> Contract.check(wrong)).hasMessageContaining("replicas");
    }

    @Test
    void objects_stay_in_the_namespace_of_the_overlay() {
        String namespace = one("Namespace").name();
        assertThat(dev)
                .filteredOn(manifest -> !manifest.kind().equals("Namespace"))
                .allSatisfy(manifest ->
                        assertThat(manifest.at("metadata", "namespace")).hasValue(namespace));
    }

    @Test
    void selectors_match_the_labels_of_the_pods() {
        Map<String, Object> labels = Manifest.map(one("Deployment").at("spec", "template", "metadata", "labels"));
        List<Map<String, Object>> selectors = new ArrayList<>();
        selectors.add(Manifest.map(one("Deployment").at("spec", "selector", "matchLabels")));
        selectors.add(Manifest.map(one("Service").at("spec", "selector")));
        selectors.add(Manifest.map(one("PodDisruptionBudget").at("spec", "selector", "matchLabels")));
        selectors.add(Manifest.map(named("NetworkPolicy", "confidant").at("spec", "podSelector", "matchLabels")));
        assertThat(selectors)
                .allSatisfy(selector -> assertThat(labels.entrySet())
                        .containsAll(selector.entrySet())
                        .isNotEmpty());
        assertThat(selectors).allSatisfy(selector -> assertThat(selector).isNotEmpty());
    }

    @Test
    void traffic_is_denied_unless_a_policy_allows_it() {
        Manifest deny = named("NetworkPolicy", "default-deny");
        assertThat(Manifest.map(deny.at("spec", "podSelector"))).isEmpty();
        assertThat(deny.at("spec", "policyTypes")).hasValue(List.of("Ingress", "Egress"));
        assertThat(deny.at("spec", "ingress")).isEmpty();
        assertThat(deny.at("spec", "egress")).isEmpty();
        Object port = Manifest.list(
                        container().containsKey("ports")
                                ? Optional.of(container().get("ports"))
                                : Optional.empty())
                .get(0)
                .get("containerPort");
        List<Map<String, Object>> in =
                Manifest.list(named("NetworkPolicy", "confidant").at("spec", "ingress"));
        assertThat(Manifest.list(Optional.ofNullable(in.get(0).get("ports"))))
                .extracting(allowed -> allowed.get("port"))
                .containsExactly(port);
        assertThat(in).allSatisfy(rule -> assertThat(rule).containsKey("from"));
    }

    @Test
    void ports_that_are_named_exist() {
        Set<Object> ports = new HashSet<>();
        Manifest.list(Optional.ofNullable(container().get("ports"))).forEach(port -> ports.add(port.get("name")));
        for (String probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
            assertThat(ports)
                    .contains(Manifest.at(container(), probe, "httpGet", "port").orElse(""));
        }
        Set<Object> offered = new HashSet<>();
        for (Map<String, Object> port : Manifest.list(one("Service").at("spec", "ports"))) {
            assertThat(ports).contains(port.get("targetPort"));
            offered.add(port.get("name"));
        }
        one("Ingress").walk((key, value) -> {
            if (key.equals("service")) {
                assertThat(Manifest.at(value, "name")).hasValue(one("Service").name());
                assertThat(offered).contains(Manifest.at(value, "port", "name").orElse(""));
            }
        });
    }

    @Test
    void names_that_are_referred_to_exist() {
        Set<String> known = new HashSet<>(BY_HAND);
        dev.forEach(manifest -> known.add(manifest.name()));
        Set<String> referred = new HashSet<>();
        for (Manifest manifest : dev) {
            manifest.walk((key, value) -> {
                if (Set.of("secretName", "serviceAccountName").contains(key)) {
                    referred.add(String.valueOf(value));
                }
                if (Set.of("secret", "configMap", "secretKeyRef", "configMapKeyRef", "secretRef", "configMapRef")
                        .contains(key)) {
                    Manifest.at(value, "name").ifPresent(name -> referred.add(String.valueOf(name)));
                }
            });
        }
        assertThat(referred)
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(name -> assertThat(known).contains(name));
    }

    @Test
    void mounts_have_a_volume() {
        Set<Object> volumes = new HashSet<>();
        Manifest.list(one("Deployment").at("spec", "template", "spec", "volumes"))
                .forEach(volume -> volumes.add(volume.get("name")));
        Set<Object> mounted = new HashSet<>();
        Manifest.list(Optional.ofNullable(container().get("volumeMounts")))
                .forEach(mount -> mounted.add(mount.get("name")));
        assertThat(mounted).isEqualTo(volumes);
    }

    @Test
    void root_key_is_where_the_server_looks() {
        Map<String, Object> config = Rendering.read(
                        String.valueOf(Manifest.map(one("ConfigMap").at("data")).get("confidant.yaml")))
                .get(0)
                .tree();
        String copying = String.valueOf(containers().get(0).get("command"));
        assertThat(copying).contains(" " + config.get("root-key"));
        Matcher source = Pattern.compile("cp (\\S+)/(\\S+) ").matcher(copying);
        assertThat(source.find()).isTrue();
        assertThat(source.group(1)).isEqualTo(config.get("secrets"));
    }

    @Test
    void configuration_is_where_the_server_looks() {
        Manifest config = one("ConfigMap");
        assertThat(config.name()).startsWith("confidant-config-");
        List<Object> args = new ArrayList<>((List<?>) container().get("args"));
        Object file = args.get(args.indexOf("--config") + 1);
        assertThat(Manifest.list(Optional.ofNullable(container().get("volumeMounts"))))
                .anySatisfy(mount -> {
                    assertThat(mount.get("mountPath")).isEqualTo(file);
                    assertThat(Manifest.map(config.at("data"))).containsKey(String.valueOf(mount.get("subPath")));
                });
    }

    @Test
    void images_have_a_fixed_tag() {
        for (Map<String, Object> one : Manifest.list(one("Deployment").at("spec", "template", "spec", "containers"))) {
            assertThat(String.valueOf(one.get("image"))).matches("[^:@]+:[0-9][A-Za-z0-9._-]*");
        }
    }

    @Test
    void containers_have_the_least_rights() {
        Manifest deployment = one("Deployment");
        assertThat(deployment.at("spec", "template", "spec", "automountServiceAccountToken"))
                .hasValue(false);
        assertThat(one("ServiceAccount").at("automountServiceAccountToken")).hasValue(false);
        assertThat(deployment.at("spec", "template", "spec", "securityContext", "runAsNonRoot"))
                .hasValue(true);
        for (Map<String, Object> one : containers()) {
            assertThat(Manifest.at(one, "securityContext", "readOnlyRootFilesystem"))
                    .hasValue(true);
            assertThat(Manifest.at(one, "securityContext", "allowPrivilegeEscalation"))
                    .hasValue(false);
            assertThat(Manifest.at(one, "securityContext", "capabilities", "drop"))
                    .hasValue(List.of("ALL"));
            assertThat(Manifest.at(one, "resources", "limits", "memory")).isPresent();
        }
    }

    @Test
    void temporary_folder_of_java_is_writable() {
        String options = Manifest.list(Optional.ofNullable(container().get("env"))).stream()
                .filter(variable -> "CONFIDANT_JAVA_OPTS".equals(variable.get("name")))
                .map(variable -> String.valueOf(variable.get("value")))
                .findFirst()
                .orElse("");
        assertThat(Manifest.list(Optional.ofNullable(container().get("volumeMounts"))))
                .anySatisfy(mount -> {
                    assertThat(options).contains("-Djava.io.tmpdir=" + mount.get("mountPath"));
                    assertThat(mount).doesNotContainEntry("readOnly", true);
                });
    }

    @Test
    void secrets_are_named_and_never_written() {
        // A variable with a value in plain sight is how secrets get into manifests: those that may have one are listed.
        for (Map<String, Object> variable :
                Manifest.list(Optional.ofNullable(container().get("env")))) {
            assertThat(variable.get("name")).isEqualTo("CONFIDANT_JAVA_OPTS");
        }
        String config = String.valueOf(Manifest.map(one("ConfigMap").at("data")).get("confidant.yaml"));
        assertThat(Secrets.written(Rendering.read(config).get(0))).isEmpty();
    }

    @Test
    void secrets_of_the_configuration_are_described() throws Exception {
        String readme = Files.readString(Rendering.folder().resolve("README.md"));
        Set<String> named = new HashSet<>();
        for (String file : List.of("base/confidant.yaml", "overlays/dev/confidant.yaml")) {
            Pattern.compile(": secret://([a-z-]+)")
                    .matcher(Files.readString(Rendering.folder().resolve(file)))
                    .results()
                    .forEach(found -> named.add(found.group(1)));
        }
        assertThat(named).isNotEmpty().allSatisfy(name -> assertThat(readme).contains("`" + name + "`"));
    }

    @Test
    void secret_in_the_configuration_is_found() {
        Manifest wrong = Rendering.read("{line: {accounts: {main: {token: abc, secret: 'secret://line'}}}}")
                .get(0);
        assertThat(Secrets.written(wrong)).containsExactly("token");
    }

    private static Manifest one(String kind) {
        return dev.stream()
                .filter(manifest -> manifest.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static Manifest named(String kind, String name) {
        return dev.stream()
                .filter(manifest ->
                        manifest.kind().equals(kind) && manifest.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Map<String, Object>> containers() {
        List<Map<String, Object>> all = new ArrayList<>();
        all.addAll(Manifest.list(one("Deployment").at("spec", "template", "spec", "initContainers")));
        all.addAll(Manifest.list(one("Deployment").at("spec", "template", "spec", "containers")));
        return all;
    }

    private static Map<String, Object> container() {
        return Manifest.list(one("Deployment").at("spec", "template", "spec", "containers"))
                .get(0);
    }
}
