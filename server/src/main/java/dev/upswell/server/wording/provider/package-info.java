/// Providers of language models; the only place that knows LangChain4j.
@NullMarked
package dev.upswell.server.wording.provider;

import org.jspecify.annotations.NullMarked;
