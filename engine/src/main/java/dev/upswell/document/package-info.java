/// What a report says, as blocks that any format can show; knows nothing of TikTok.
@NullMarked
package dev.upswell.document;

import org.jspecify.annotations.NullMarked;
