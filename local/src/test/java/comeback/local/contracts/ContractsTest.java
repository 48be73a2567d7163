package comeback.local.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.commit.AlarmsContract;
import comeback.send.MailerContract;
import comeback.table.OddAnswersContract;
import comeback.table.TableContracts;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many cases the contracts have, so that none gets lost on the way. */
class ContractsTest {
    private static final int CASES_MIN = 120;

    @Test
    void there_are_as_many_cases_as_a_table_needs_to_be_trusted() {
        List<Class<?>> contracts = Stream.concat(
                        Arrays.stream(TableContracts.class.getDeclaredClasses()).map(Class::getSuperclass),
                        Stream.of(AlarmsContract.class, MailerContract.class, OddAnswersContract.class))
                .<Class<?>>map(contract -> contract)
                .toList();
        int ofTables = contracts.stream()
                .filter(contract -> contract.getPackage().getName().equals("comeback.commit"))
                .mapToInt(ContractsTest::cases)
                .sum();
        int odd = cases(OddAnswersContract.class);
        int mails = cases(MailerContract.class);

        System.out.println("contract cases: " + (ofTables + odd + mails) + ", of which " + ofTables
                + " for the fakes, DynamoDB Local and an emulator alike, " + odd
                + " for answers that only AWS gives, " + mails + " for mail");
        assertThat(ofTables + mails).isGreaterThanOrEqualTo(CASES_MIN);
    }

    /** A case with several examples counts as often as it has examples. */
    private static int cases(Class<?> contract) {
        return Arrays.stream(contract.getDeclaredMethods())
                .mapToInt(ContractsTest::cases)
                .sum();
    }

    private static int cases(Method method) {
        if (method.isAnnotationPresent(ParameterizedTest.class)) {
            CsvSource examples = method.getAnnotation(CsvSource.class);
            return examples == null ? 1 : examples.value().length;
        }
        return method.isAnnotationPresent(Test.class) ? 1 : 0;
    }
}
