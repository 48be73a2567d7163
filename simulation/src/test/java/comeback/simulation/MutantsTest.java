package comeback.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.simulation.edge.Ground;
import comeback.simulation.mutants.Matrix;
import comeback.simulation.mutants.Mutants;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A simulator that overlooks a mistake is itself mistaken. CI plays all of them, with {@code -Dmutants=all}. */
class MutantsTest {
    private static final int WORLDS = 60;
    private static final int ENOUGH = 10;

    private final Matrix matrix = new Matrix(Ground.of(Path.of("..", "templates")));

    @ParameterizedTest
    @ValueSource(strings = {"claimed-blindly", "no-sweeper", "no-way-out", "settled-before-asking"})
    void a_mistake_is_noticed(String name) {
        assertThat(matrix.row(Mutants.named(name), WORLDS, 1).caught()).isEqualTo(1);
    }

    @Test
    void nothing_is_noticed_where_there_is_no_mistake() {
        assertThat(matrix.wronglyCaught(Mutants.named("no-caps"), 6)).isEmpty();
        assertThat(matrix.wronglyCaught(Mutants.named("claimed-blindly"), 6)).isEmpty();
    }

    @Test
    @EnabledIfSystemProperty(named = "mutants", matches = "all")
    void every_mistake_is_noticed_in_one_world_of_six() {
        List<Matrix.Row> rows = Mutants.all().parallelStream()
                .map(mutant -> matrix.row(mutant, WORLDS, ENOUGH))
                .peek(System.out::println)
                .toList();

        assertThat(rows).hasSizeGreaterThan(20);
        assertThat(rows).filteredOn(row -> row.caught() < ENOUGH).isEmpty();
    }
}
