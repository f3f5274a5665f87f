package dev.upswell.server.narrative;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;

/// Something that makes a movement doubtful. A hint and no proof: an honest hit may look alike.
///
/// @param number what was measured
/// @param limit what it may be; beyond it the flag is raised
@Schema(name = "RiskFlag")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RiskFlag(Rule rule, double number, double limit) {

    /// What is looked at.
    public enum Rule {
        /// The engagement rate is far below the usual one of its kind: views may have been bought.
        LITTLE_ENGAGEMENT(0.2),
        /// One creator brought most of the views gained.
        ONE_CREATOR(0.5),
        /// Many videos of few creators.
        FEW_CREATORS(0.3),
        /// A creator who carries it gained followers at once.
        FOLLOWER_JUMP(0.2),
        /// Many carrying videos have the same caption.
        SAME_CAPTIONS(0.3);

        private final double limit;

        Rule(double limit) {
            this.limit = limit;
        }

        /// The number beyond which it is raised.
        public double limit() {
            return limit;
        }

        /// The word for it in documents and message keys.
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
