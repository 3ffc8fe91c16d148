package confidant.app.sample;

/** How many clients are invented for a house that has none. The first start of a house decides. */
public record Sample(int clients) {
    public static final Sample NONE = new Sample(0);
    public static final Sample USUAL = new Sample(200);
}
