package comeback.simulation.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ReadmeTableTest {
    private static final String HEAD = "| seam | faults | mails |\n|---|---|---|\n";
    private static final String BEGIN = "before\n<!-- simulation: written by ./comeback simulate --readme -->\n";
    private static final String END = "<!-- end of simulation -->\nafter\n";

    @Test
    void a_run_writes_the_rows_of_its_own_seam_and_rates_and_leaves_the_others() {
        String text = BEGIN + HEAD + "| sdk | 2 % | 3 |\n| typed | 0.5 % | 1 |\n| typed | 2 % | 2 |\n" + END;

        assertThat(ReadmeTable.written(text, HEAD + "| typed | 10 % | 5 |\n| typed | 2 % | 4 |\n"))
                .isEqualTo(BEGIN
                        + HEAD
                        + "| sdk | 2 % | 3 |\n| typed | 0.5 % | 1 |\n| typed | 2 % | 4 |\n| typed | 10 % | 5 |\n"
                        + END);
    }

    @Test
    void a_readme_without_a_place_for_the_table_is_not_touched() {
        assertThatThrownBy(() -> ReadmeTable.written("nothing", HEAD)).isInstanceOf(IllegalStateException.class);
    }
}
