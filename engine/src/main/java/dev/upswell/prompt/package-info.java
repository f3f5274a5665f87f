/// What language models are asked: templates in versions, strangers' text quoted, schemas of answers, acceptance.
@NullMarked
package dev.upswell.prompt;

import org.jspecify.annotations.NullMarked;
