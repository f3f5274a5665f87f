package dev.upswell.forecast.reach;

import dev.upswell.learn.Dataset;
import java.util.Arrays;

/// The plain rule that a model has to beat, by stage.
///
/// Before upload: what the creator usually reaches, or what videos in general do. From the first readings on: a line in the
/// logarithm of the views so far; where nothing was read, as before upload.
///
/// **source** Szabo and Huberman, Predicting the popularity of online content (2010)
///
/// @param onStart whether the views so far are used
/// @param slope of the line
/// @param constant of the line
record CentreRule(boolean onStart, double slope, double constant) {

    private static final int MEDIAN = ReachFeatures.indexOf("creator_median");
    private static final int MARKET = ReachFeatures.indexOf("market_median");
    private static final int START = ReachFeatures.indexOf("start_views");
    private static final int WIDTH = ReachFeatures.ALL.size();

    static CentreRule fit(ReachStage stage, Dataset rows) {
        if (stage == ReachStage.DRAFT) {
            return new CentreRule(false, 0, 0);
        }
        double n = 0;
        double meanX = 0;
        double meanY = 0;
        double squares = 0;
        double products = 0;
        for (int i = 0; i < rows.size(); i++) {
            double x = rows.values()[i * WIDTH + START];
            if (!Double.isNaN(x)) {
                n++;
                double dx = x - meanX;
                meanX += dx / n;
                meanY += (rows.labels()[i] - meanY) / n;
                squares += dx * (x - meanX);
                products += dx * (rows.labels()[i] - meanY);
            }
        }
        double slope = squares > 0 ? products / squares : 0;
        return n < 2 ? new CentreRule(false, 0, 0) : new CentreRule(true, slope, meanY - slope * meanX);
    }

    double[] of(float[] values, int rows) {
        double[] centres = new double[rows];
        Arrays.setAll(centres, i -> centre(values, i * WIDTH));
        return centres;
    }

    private double centre(float[] values, int offset) {
        float start = values[offset + START];
        if (onStart && !Float.isNaN(start)) {
            return constant + slope * start;
        }
        float usual = values[offset + MEDIAN];
        return Float.isNaN(usual) ? values[offset + MARKET] : usual;
    }
}
