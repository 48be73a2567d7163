package comeback.simulation.edge;

import comeback.commit.InMemoryCatalogue;
import comeback.commit.InMemoryTable;
import comeback.commit.InMemoryWaves;
import comeback.commit.TablePorts;
import java.util.List;

/** The fast seam: the fakes that pass the ports' contracts, each call made through the edge. */
public final class TypedSeam {
    private TypedSeam() {}

    /** An empty table, and nobody has sent anything. */
    public static Seam of(Seam.Parts parts) {
        Edge edge = parts.edge();
        InMemoryTable memory = new InMemoryTable();
        TablePorts truth = memory.ports();
        TypedTable table = new TypedTable(truth, edge, parts.seen());
        TypedAlarms alarms = new TypedAlarms(edge, parts.lambda());
        TypedSes ses = new TypedSes(edge, parts.seen(), parts.account());
        InMemoryWaves waves = memory.waves();
        Ports ports = new Ports(
                table.customers(),
                table.messages(),
                table.orders(),
                table.dueItems(),
                table.stores(),
                new TypedCoupons(memory.coupons(), edge),
                new TypedErasures(memory.erasures(waves), edge, parts.seen()),
                new TypedStock(new InMemoryCatalogue(), waves, edge, parts.seen())
                        .room((store, wave, at) -> alarms.set(store, wave, at)),
                new Pacing(new TypedAccount(edge), ses, alarms),
                alarms,
                ses);
        return new Seam(ports, truth, waves, name -> List.of());
    }
}
