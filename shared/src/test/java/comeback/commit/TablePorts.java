package comeback.commit;

/**
 * The ports that one table serves, made afresh for each test.
 *
 * @param customers and their timelines
 * @param messages born by commits
 * @param orders kept by commits
 * @param dueItems what waits
 * @param stores the shops
 * @param timelines what customers() logged
 */
public record TablePorts(
        Customers customers, Messages messages, Orders orders, DueItems dueItems, Stores stores, Timelines timelines) {}
