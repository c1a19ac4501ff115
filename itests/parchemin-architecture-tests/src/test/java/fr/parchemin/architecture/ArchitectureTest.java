package fr.parchemin.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the code of the platform may reach. */
@AnalyzeClasses(packages = "fr.parchemin", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final Pattern AREA = Pattern.compile("fr\\.parchemin\\.([a-z]+)(\\..*)?");
    private static final String[] TECHNICAL = {
        "fr.parchemin.persistence..",
        "fr.parchemin.rest..",
        "fr.parchemin.web..",
        "fr.parchemin.documents..",
        "fr.parchemin.messagerie..",
        "fr.parchemin.depot..",
        "fr.parchemin.oidc..",
        "fr.parchemin.webauthn..",
        "fr.parchemin.console.."
    };
    private static final DescribedPredicate<JavaClass> DOMAIN = resideInAPackage("fr.parchemin..")
            .and(not(resideInAnyPackage(TECHNICAL)))
            .and(not(resideInAPackage("fr.parchemin.spi..")))
            .as("classes of the core");

    private static final String DROIT = "fr.parchemin.acces.Droit";
    private static final String EXIGE = "fr.parchemin.rest.internal.Exige";

    /** Where transactions look across branches. Whoever joins this list says in {@code Perimetre.Motif} why. */
    private static final Set<String> ACROSS_BRANCHES = Set.of(
            "fr.parchemin.delivrance.internal.TransactionalDelivrances",
            "fr.parchemin.personne.internal.TransactionalRattachements",
            "fr.parchemin.personne.internal.TransactionalMonParcours",
            "fr.parchemin.journal.Verificateur",
            "fr.parchemin.journal.internal.TransactionalJournaux",
            "fr.parchemin.persistence.internal.JpaJournal",
            "fr.parchemin.console.internal.ExpliquerCommand",
            "fr.parchemin.console.internal.JournalCommand");

    @ArchTest
    static final ArchRule few_look_across_branches = noClasses()
            .that(DescribedPredicate.describe(
                    "are not known to",
                    c -> !ACROSS_BRANCHES.contains(c.getName())
                            && !c.getName().startsWith("fr.parchemin.acte.Perimetre")))
            .should()
            .dependOnClassesThat()
            .haveNameMatching("fr\\.parchemin\\.acte\\.Perimetre\\$(Motif|Tout)");

    @ArchTest
    static final ArchRule what_plugins_see_uses_the_jdk_only = classes()
            .that()
            .resideInAPackage("fr.parchemin.spi..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "fr.parchemin.spi..", "org.osgi.annotation..");

    @ArchTest
    static final ArchRule the_core_knows_neither_database_nor_web = noClasses()
            .that(DOMAIN)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.persistence..",
                    "jakarta.ws.rs..",
                    "jakarta.servlet..",
                    "org.apache.cxf..",
                    "org.eclipse.persistence..");

    /** A plugin that leaves because the framework stops has not left; only the framework can tell the two apart. */
    @ArchTest
    static final ArchRule of_the_core_only_what_hears_of_plugins_knows_the_framework = noClasses()
            .that(DOMAIN)
            .and()
            .doNotHaveFullyQualifiedName("fr.parchemin.branche.internal.RegistryComponent")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.osgi.framework..");

    @ArchTest
    static final ArchRule the_core_knows_none_of_what_is_built_upon_it =
            noClasses().that(DOMAIN).should().dependOnClassesThat().resideInAnyPackage(TECHNICAL);

    @ArchTest
    static final ArchRule components_are_internal = classes()
            .that()
            .areAnnotatedWith("org.osgi.service.component.annotations.Component")
            .should()
            .resideInAPackage("..internal..");

    @ArchTest
    static final ArchRule no_area_reaches_into_another =
            classes().that().resideInAPackage("fr.parchemin..").should(keepOutOfTheInternalsOfOtherAreas());

    @ArchTest
    static final ArchRule areas_of_the_core_form_no_cycle = slices().matching("fr.parchemin.(*)..")
            .that(not(startingWithTechnicalArea()))
            .should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule exported_types_show_nothing_internal =
            classes().that(areExported()).should(showNothingInternal());

    @ArchTest
    static final ArchRule each_operation_names_its_row_of_the_table_of_rights = methods()
            .that()
            .areAnnotatedWith("jakarta.ws.rs.GET")
            .or()
            .areAnnotatedWith("jakarta.ws.rs.POST")
            .or()
            .areAnnotatedWith("jakarta.ws.rs.PUT")
            .or()
            .areAnnotatedWith("jakarta.ws.rs.PATCH")
            .or()
            .areAnnotatedWith("jakarta.ws.rs.DELETE")
            .should()
            .beAnnotatedWith(EXIGE);

    /** A right that nothing asks for protects nothing: it was forgotten, or its act is gone. */
    @ArchTest
    static void each_row_of_the_table_of_rights_is_asked_for(JavaClasses classes) {
        Set<String> asked = new TreeSet<>();
        for (JavaClass type : classes) {
            if (!type.getName().equals(DROIT)) {
                type.getFieldAccessesFromSelf().stream()
                        .filter(access -> access.getTargetOwner().getName().equals(DROIT))
                        .forEach(access -> asked.add(access.getTarget().getName()));
            }
            type.getMethods().stream()
                    .flatMap(method -> method.tryGetAnnotationOfType(EXIGE).stream())
                    .flatMap(row -> row.tryGetExplicitlyDeclaredProperty("value").stream())
                    .forEach(row -> asked.add(((JavaEnumConstant) row).name()));
        }
        Set<String> rows = classes.get(DROIT).getFields().stream()
                .filter(field -> field.getModifiers().contains(JavaModifier.ENUM))
                .map(JavaField::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!rows.equals(asked)) {
            throw new AssertionError("rows of the table " + rows + ", asked for " + asked);
        }
    }

    @ArchTest
    static final ArchRule persistence_stands_alone = standsAlone("persistence");

    @ArchTest
    static final ArchRule rest_stands_alone = standsAlone("rest");

    @ArchTest
    static final ArchRule web_stands_alone = standsAlone("web");

    @ArchTest
    static final ArchRule documents_stand_alone = standsAlone("documents");

    @ArchTest
    static final ArchRule mail_stands_alone = standsAlone("messagerie");

    @ArchTest
    static final ArchRule the_drop_folder_stands_alone = standsAlone("depot");

    @ArchTest
    static final ArchRule identity_providers_stand_alone = standsAlone("oidc");

    /** The console validates what would be dropped with the very reader of the drop folder, and uses nothing else. */
    @ArchTest
    static final ArchRule the_console_stands_on_the_drop_folder_only = noClasses()
            .that()
            .resideInAPackage("fr.parchemin.console..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "fr.parchemin.persistence..",
                    "fr.parchemin.rest..",
                    "fr.parchemin.web..",
                    "fr.parchemin.documents..")
            .allowEmptyShould(true);

    private static ArchRule standsAlone(String area) {
        String[] others = Stream.of(TECHNICAL)
                .filter(technical -> !technical.equals("fr.parchemin." + area + ".."))
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage("fr.parchemin." + area + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .allowEmptyShould(true);
    }

    private static String areaOf(JavaClass type) {
        Matcher matcher = AREA.matcher(type.getPackageName());
        return matcher.matches() ? matcher.group(1) : "";
    }

    private static boolean isInternal(JavaClass type) {
        return type.getPackageName().startsWith("fr.parchemin.")
                && (type.getPackageName() + ".").contains(".internal.");
    }

    private static DescribedPredicate<com.tngtech.archunit.library.dependencies.Slice> startingWithTechnicalArea() {
        return DescribedPredicate.describe("technical areas", slice -> Set.of(
                        "persistence", "rest", "web", "documents", "messagerie", "depot", "console")
                .contains(slice.getNamePart(1)));
    }

    private static ArchCondition<JavaClass> keepOutOfTheInternalsOfOtherAreas() {
        return new ArchCondition<>("keep out of the internals of other areas") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass();
                    if (isInternal(target) && !areaOf(target).equals(areaOf(type))) {
                        events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                    }
                }
            }
        };
    }

    /** The build exports a package when, and only when, its package-info carries a version. */
    private static DescribedPredicate<JavaClass> areExported() {
        return DescribedPredicate.describe(
                "are exported",
                type -> type.getModifiers().contains(JavaModifier.PUBLIC)
                        && type.getPackage()
                                .tryGetAnnotationOfType("org.osgi.annotation.versioning.Version")
                                .isPresent());
    }

    private static ArchCondition<JavaClass> showNothingInternal() {
        return new ArchCondition<>("show nothing internal") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaClass shown : shownBy(type)) {
                    if (isInternal(shown)) {
                        events.add(SimpleConditionEvent.violated(type, type.getName() + " shows " + shown.getName()));
                    }
                }
            }
        };
    }

    private static Set<JavaClass> shownBy(JavaClass type) {
        Set<JavaClass> shown = new LinkedHashSet<>(type.getRawInterfaces());
        type.getRawSuperclass().ifPresent(shown::add);
        for (JavaMember member : type.getMembers()) {
            if (!member.getModifiers().contains(JavaModifier.PUBLIC)
                    && !member.getModifiers().contains(JavaModifier.PROTECTED)) {
                continue;
            }
            if (member instanceof JavaCodeUnit unit) {
                unit.getParameterTypes().forEach(parameter -> addAll(shown, parameter));
                addAll(shown, unit.getReturnType());
                shown.addAll(unit.getExceptionTypes());
            } else {
                member.getAllInvolvedRawTypes().forEach(shown::add);
            }
        }
        return shown;
    }

    private static void addAll(Set<JavaClass> shown, JavaType type) {
        shown.addAll(type.getAllInvolvedRawTypes());
    }
}
