package dev.upswell.server.across;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.across.ClientBenchmark;
import dev.upswell.across.ClientBenchmark.Quartiles;
import dev.upswell.across.ClientFigures;
import dev.upswell.across.ClientFigures.Measure;
import dev.upswell.creative.DurationBucket;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A client beside the others of its industry, as pages, commands and answers show it. No other client is named, and no figure is one's.
///
/// @param industry its key
/// @param lengths the shortest first
public record BenchmarkDocument(String client, String industry, String industryName, List<Length> lengths) {

    public BenchmarkDocument {
        lengths = List.copyOf(lengths);
    }

    /// Videos of one length.
    ///
    /// @param state told, too_few, dominated, or not_made when it could be made and nobody has asked
    /// @param quarter first day of the quarter of which it tells; left out unless told
    /// @param atLeast so many clients stand behind it: 5, 10, 20 or 50; left out unless told
    /// @param clients with 20 videos and more; left out unless they are too few
    /// @param videos of the client that were suitable; 0 where it has none
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Length(String bucket, String label, String state, @Nullable LocalDate quarter,
            @Nullable Integer atLeast, @Nullable Integer clients, int videos, List<Figure> figures) {

        public Length {
            figures = List.copyOf(figures);
        }

        static Length told(DurationBucket bucket, @Nullable ClientFigures own, LocalDate quarter,
                ClientBenchmark benchmark) {
            return benchmark instanceof ClientBenchmark.Told told
                    ? new Length(IndustryDraft.word(bucket), bucket.label(), "told", quarter, told.atLeast(), null,
                            videos(own), measured(own, told.quartiles()))
                    : untold(bucket, own, benchmark);
        }

        static Length untold(DurationBucket bucket, @Nullable ClientFigures own, ClientBenchmark benchmark) {
            return switch (benchmark) {
                case ClientBenchmark.Told _ -> without(bucket, own, "not_made", null);
                case ClientBenchmark.TooFew few -> without(bucket, own, "too_few", few.clients());
                case ClientBenchmark.Dominated _ -> without(bucket, own, "dominated", null);
            };
        }

        private static Length without(DurationBucket bucket, @Nullable ClientFigures own, String state,
                @Nullable Integer clients) {
            return new Length(IndustryDraft.word(bucket), bucket.label(), state, null, null, clients, videos(own),
                    measured(own, Map.of()));
        }

        private static int videos(@Nullable ClientFigures own) {
            return own == null ? 0 : own.videos();
        }
    }

    /// One measure.
    ///
    /// @param measure engagement, posted, mix or consistency
    /// @param own of the client, by its last searches; left out when unknown
    /// @param lower quartile of the clients; left out unless told
    /// @param position low, middle or high; left out when either is unknown
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Figure(String measure, @Nullable Double own, @Nullable Double lower, @Nullable Double median,
            @Nullable Double upper, @Nullable String position) {
    }

    private static List<Figure> measured(@Nullable ClientFigures own, Map<Measure, Quartiles> told) {
        List<Figure> figures = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            Double value = own == null ? null : own.values().get(measure);
            Quartiles of = told.get(measure);
            String name = measure.name().toLowerCase(Locale.ROOT);
            figures.add(of == null
                    ? new Figure(name, value, null, null, null, null)
                    : new Figure(name, value, of.lower(), of.median(), of.upper(),
                            value == null ? null : of.position(value).name().toLowerCase(Locale.ROOT)));
        }
        return figures;
    }
}
