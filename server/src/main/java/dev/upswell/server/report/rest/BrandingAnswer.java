package dev.upswell.server.report.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.server.report.Branding;
import dev.upswell.server.report.Logo;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How documents look, as programs read it.
@Schema(name = "Branding")
@JsonInclude(JsonInclude.Include.NON_NULL)
record BrandingAnswer(String name, @Schema(description = "As #1E3A8A, like the other colours") String primary,
        String muted, String good, String warning, String confidentiality, boolean watermark,
        @Schema(description = "Left out where none was given") @Nullable Picture logo) {

    /// A logo without its bytes.
    @Schema(name = "BrandingLogo")
    record Picture(@Schema(description = "image/png or image/jpeg") String mediaType, int width, int height,
            int bytes) {
    }

    static BrandingAnswer of(Branding one) {
        Logo logo = one.logo();
        return new BrandingAnswer(one.name(), one.palette().primary().toString(), one.palette().muted().toString(),
                one.palette().good().toString(), one.palette().warning().toString(), one.confidentiality(),
                one.watermark(), logo == null
                        ? null
                        : new Picture(logo.kind().mediaType(), logo.width(), logo.height(), logo.bytes().length));
    }
}
