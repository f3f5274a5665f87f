package dev.upswell.commerce;

import dev.upswell.content.EntityId;
import java.time.Instant;
import java.util.Locale;
import java.util.function.UnaryOperator;

/// Which part of the audience of a creator or video is of an age, gender, country or device.
///
/// @param about a creator or a video
/// @param band such as `18-24`, `female`, `DE`, `android` or `DE/android`
/// @param share of the whole audience, a fraction from 0 to 1
public record AudienceShare(EntityId about, Trait trait, String band, double share, String source,
        Instant observedAt) implements CommerceFact {

    /// By what an audience is divided.
    public enum Trait {
        /// Years of age.
        AGE,
        /// Gender as the platform tells it.
        GENDER,
        /// Country.
        COUNTRY,
        /// What it watches on, such as `android`.
        DEVICE,
        /// Country and device together, such as `ID/android`: what each alone cannot tell.
        COUNTRY_DEVICE;

        /// The word for it in files and tables.
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public AudienceShare {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "share (" + share + ") must be from 0 to 1\nMaybe it is a percentage: divide it by 100.");
        }
    }

    @Override
    public AudienceShare from(String other) {
        return new AudienceShare(about, trait, band, share, other, observedAt);
    }

    @Override
    public AudienceShare withTexts(UnaryOperator<String> change) {
        return this;
    }
}
