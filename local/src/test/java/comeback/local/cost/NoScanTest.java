package comeback.local.cost;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Of every module that runs in AWS: a scan costs as much as the table is large. */
class NoScanTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("comeback");

    @Test
    void no_function_scans_the_table() {
        noClasses()
                .that()
                // It is the database here, and looks into it to know when the clock has something to do.
                .doNotHaveSimpleName("LocalDynamo")
                .should()
                .dependOnClassesThat()
                .haveSimpleNameStartingWith("Scan")
                .check(OURS);
    }
}
