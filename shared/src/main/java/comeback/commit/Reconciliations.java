package comeback.commit;

/** Where it is kept how far SES's list of suppressed addresses was gone through, for whoever goes on. */
public interface Reconciliations {
    /** As it stands now. */
    Reconciliation look();

    /**
     * Saves what follows on what was seen.
     *
     * @param next has the version that was seen
     * @return false when somebody else has gone on meanwhile
     */
    boolean save(Reconciliation next);
}
