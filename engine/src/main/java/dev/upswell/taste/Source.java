package dev.upswell.taste;

/// How an item came to be a person's.
public enum Source {
    /// Made by the person.
    POST(1, 50),
    /// Posted again by the person.
    REPOST(.8, 30),
    /// Liked, saved or shared by the person.
    LIKE(.6, 30);

    private final double weight;
    private final int most;

    Source(double weight, int most) {
        this.weight = weight;
        this.most = most;
    }

    /// What an item of it counts beside others, 0 to 1.
    public double weight() {
        return weight;
    }

    /// So many of the newest are looked at.
    public int most() {
        return most;
    }
}
