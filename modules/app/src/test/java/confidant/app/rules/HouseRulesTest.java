package confidant.app.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The fences of the house: what may see what, and what may be called what. */
class HouseRulesTest {
    private static final Set<String> EMPTY_WORDS =
            Set.of("util", "utils", "impl", "dto", "manager", "helper", "common");
    private static final Set<String> VERTX_IN_PORTS =
            Set.of("Future", "Promise", "Handler", "AsyncResult", "CompositeFuture");
    private static JavaClasses house;

    @BeforeAll
    static void read() {
        house = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(Arrays.stream(Floor.values()).map(Floor::root).toArray(String[]::new));
    }

    @Test
    void everyModule_isLookedAt() {
        Set<Floor> seen = house.stream()
                .flatMap(one -> Floor.of(one.getPackageName()).stream())
                .collect(Collectors.toSet());

        assertThat(seen).containsExactlyInAnyOrder(Floor.values());
    }

    @Test
    void floors_goDownOnly() {
        classes().should(seeOnlyWhatLiesBelow()).check(house);
    }

    @Test
    void vertx_isUnknown_toWhatOnlyThinks() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "confidant.model..", "confidant.policy..", "confidant.vault..", "confidant.ledger..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.vertx..")
                .check(house);
    }

    @Test
    void vertx_isOnlyTheFuture_inPortsAndRooms() {
        DescribedPredicate<JavaClass> more = DescribedPredicate.describe(
                "Vert.x beyond the future",
                one -> one.getPackageName().startsWith("io.vertx")
                        && !(one.getPackageName().equals("io.vertx.core")
                                && VERTX_IN_PORTS.contains(one.getSimpleName())));
        DescribedPredicate<JavaClass> ports = DescribedPredicate.describe(
                "of store or core",
                one -> Floor.of(one.getPackageName())
                        .filter(floor -> floor == Floor.STORE || floor == Floor.CORE)
                        .isPresent());

        noClasses().that(ports).should().dependOnClassesThat(more).check(house);
    }

    @Test
    void json_isUnknown_belowTheEdges() {
        noClasses()
                .that()
                .resideInAnyPackage("confidant.model..", "confidant.vault..", "confidant.core..", "confidant.ledger..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml..", "io.vertx.core.json..", "com.google.gson..")
                .check(house);
    }

    @Test
    void packages_areNamedAfterTheirSubject() {
        assertThat(packages())
                .allSatisfy(name -> assertThat(name.split("\\.")).doesNotContainAnyElementsOf(EMPTY_WORDS));
    }

    @Test
    void packages_sayWhatTheyAreFor() {
        Set<String> explained = house.stream()
                .filter(one -> one.getSimpleName().equals("package-info"))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(explained).containsAll(packages());
    }

    @Test
    void publicFields_areConstants() {
        classes().should(haveNoFieldThatOthersCanChange()).check(house);
    }

    @Test
    void whoeverRevealsAPersonalValue_doesNotLog() {
        classes().should(neverRevealAndLogInOnePlace()).check(house);
    }

    private static Set<String> packages() {
        return house.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
    }

    private static ArchCondition<JavaClass> seeOnlyWhatLiesBelow() {
        return new ArchCondition<>("see only what lies below") {
            @Override
            public void check(JavaClass one, ConditionEvents events) {
                Floor from = Floor.of(one.getPackageName()).orElseThrow();
                one.getDirectDependenciesFromSelf()
                        .forEach(dependency -> Floor.of(
                                        dependency.getTargetClass().getPackageName())
                                .filter(to -> !from.maySee(to))
                                .ifPresent(to ->
                                        events.add(SimpleConditionEvent.violated(one, dependency.getDescription()))));
            }
        };
    }

    private static ArchCondition<JavaClass> haveNoFieldThatOthersCanChange() {
        return new ArchCondition<>("have no field that others can change") {
            @Override
            public void check(JavaClass one, ConditionEvents events) {
                one.getFields().stream()
                        .filter(field -> field.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
                        .forEach(field -> events.add(SimpleConditionEvent.violated(one, field.getFullName())));
            }
        };
    }

    private static ArchCondition<JavaClass> neverRevealAndLogInOnePlace() {
        return new ArchCondition<>("never reveal and log in one place") {
            @Override
            public void check(JavaClass one, ConditionEvents events) {
                one.getCodeUnits().stream()
                        .filter(unit -> calls(unit, "reveal", "confidant.") && calls(unit, "", "org.slf4j."))
                        .forEach(unit -> events.add(SimpleConditionEvent.violated(one, unit.getFullName())));
            }
        };
    }

    private static boolean calls(JavaCodeUnit unit, String method, String owner) {
        return unit.getCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().getName().startsWith(owner)
                        && (method.isEmpty() || call.getName().equals(method)));
    }
}
