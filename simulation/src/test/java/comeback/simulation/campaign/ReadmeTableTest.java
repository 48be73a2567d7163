package comeback.simulation.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ReadmeTableTest {
    private static final String HEAD = "| seam | faults |\n|---|---|\n";
    private static final String BEGIN = "before\n<!-- simulation: written by ./comeback simulate --readme -->\n";
    private static final String END = "<!-- end of simulation -->\nafter\n";

    @Test
    void a_run_writes_the_rows_of_its_own_seam_and_leaves_the_others() {
        String text = BEGIN + HEAD + "| typed | 1 |\n| typed | 2 |\n| sdk | 3 |\n" + END;

        assertThat(ReadmeTable.written(text, HEAD + "| typed | 4 |\n"))
                .isEqualTo(BEGIN + HEAD + "| typed | 4 |\n| sdk | 3 |\n" + END);
    }

    @Test
    void a_readme_without_a_place_for_the_table_is_not_touched() {
        assertThatThrownBy(() -> ReadmeTable.written("nothing", HEAD)).isInstanceOf(IllegalStateException.class);
    }
}
