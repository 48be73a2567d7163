package comeback.commit;

class InMemoryCatalogueTest extends CatalogueContract {
    private final Catalogue catalogue = new InMemoryCatalogue();

    @Override
    protected Catalogue catalogue() {
        return catalogue;
    }
}
