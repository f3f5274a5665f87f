/// Who puts evidence into words: templates, providers of language models, what they cost, prompts, outputs and verdicts.
@NullMarked
package dev.upswell.server.wording;

import org.jspecify.annotations.NullMarked;
