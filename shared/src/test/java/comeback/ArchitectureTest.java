package comeback;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String[] HEART = {
        "comeback.event..",
        "comeback.customer..",
        "comeback.store..",
        "comeback.catalogue..",
        "comeback.coupon..",
        "comeback.flow..",
        "comeback.message..",
        "comeback.engagement..",
        "comeback.receipt..",
        "comeback.report..",
        "comeback.wave..",
        "comeback.link..",
        "comeback.experiment.."
    };
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("comeback");

    @Test
    void the_heart_knows_no_aws_no_network_no_json_and_no_file() {
        noClasses()
                .that()
                .resideInAnyPackage(HEART)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "software.amazon..",
                        "com.amazonaws..",
                        "com.fasterxml..",
                        "org.snakeyaml..",
                        "org.apache.velocity..",
                        "java.net..",
                        "java.io..",
                        "java.nio.file..",
                        "comeback.json..",
                        "comeback.yaml..",
                        "comeback.table..",
                        "comeback.alarm..",
                        "comeback.commit..",
                        "comeback.render..",
                        "comeback.condition..",
                        "comeback.wiring..")
                .check(OURS);
    }

    @Test
    void the_heart_never_asks_what_time_it_is_and_draws_no_numbers() {
        noClasses()
                .that()
                .resideInAnyPackage(HEART)
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(
                        Clock.class, InstantSource.class, Random.class, SecureRandom.class, UUID.class, Thread.class)
                .check(OURS);
        noClasses().should().callMethod(Instant.class, "now").check(OURS);
        noClasses().should().callMethod(LocalDate.class, "now").check(OURS);
        noClasses().should().callMethod(ZonedDateTime.class, "now").check(OURS);
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(OURS);
    }

    @Test
    void only_the_table_and_the_alarm_and_the_wiring_know_aws() {
        noClasses()
                .that()
                .resideOutsideOfPackages("comeback.table..", "comeback.alarm..", "comeback.wiring..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon..")
                .check(OURS);
    }

    @Test
    void nothing_is_kept_in_static_fields_that_change() {
        noFields().that().areStatic().should().notBeFinal().check(OURS);
    }

    @Test
    void nobody_reads_the_environment_but_the_wiring() {
        noClasses()
                .that()
                .resideOutsideOfPackage("comeback.wiring..")
                .should()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .check(OURS);
    }

    @Test
    void the_table_is_never_scanned() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveSimpleNameStartingWith("ScanRequest")
                .check(OURS);
    }
}
