package dev.upswell.sequence;

/// How a recurrent network is shaped and trained.
///
/// @param state units of the recurrent state
/// @param embedding units that the columns of the instant are pressed into
/// @param head units between both and the answer
/// @param dropout the share of units left out at random, in training and in each Monte-Carlo pass; 0 to below 1
/// @param passes Monte-Carlo passes behind a probability and its spread
/// @param epochs the most times that the training rows are gone through
/// @param patience epochs without a better validation loss after which training ends
/// @param batch rows between two steps
/// @param weightDecay how strongly weights are pulled towards 0
/// @param maxRows the most rows that are looked at: this bounds time and memory
/// @param validationShare the share of the cuts, the latest, that decides when to stop
public record SequenceSettings(int state, int embedding, int head, double dropout, int passes, int epochs, int patience,
        int batch, double learningRate, double weightDecay, int maxRows, double validationShare, long seed) {

    private static final long SEED = 20250101;

    /// The settings chosen in the decision on the sequence model.
    public static final SequenceSettings STANDARD = new SequenceSettings(32, 32, 32, 0.3, 20, 12, 3, 256, 0.002, 1e-4,
            30_000, 0.08, SEED);

    public SequenceSettings {
        if (state < 1 || embedding < 1 || head < 1 || passes < 1 || epochs < 1 || patience < 1 || batch < 1
                || maxRows < 1) {
            throw new IllegalArgumentException("sequence settings (" + state + ", " + embedding + ", " + head
                    + " units, " + passes + " passes, " + epochs + " epochs, patience " + patience + ", batch " + batch
                    + ", " + maxRows + " rows) must be at least 1\nMaybe start from STANDARD.");
        }
        if (!(dropout >= 0 && dropout < 1) || !(learningRate > 0) || !(weightDecay >= 0)
                || !(validationShare > 0 && validationShare < 1)) {
            throw new IllegalArgumentException("sequence settings (dropout " + dropout + ", rate " + learningRate
                    + ", decay " + weightDecay + ", validation " + validationShare
                    + ") need shares below 1 and a rate above 0\nMaybe start from STANDARD.");
        }
    }

    /// The same settings with another seed.
    public SequenceSettings seed(long other) {
        return new SequenceSettings(state, embedding, head, dropout, passes, epochs, patience, batch, learningRate,
                weightDecay, maxRows, validationShare, other);
    }

    /// The same settings for at most so many rows.
    public SequenceSettings maxRows(int rows) {
        return new SequenceSettings(state, embedding, head, dropout, passes, epochs, patience, batch, learningRate,
                weightDecay, rows, validationShare, seed);
    }
}
