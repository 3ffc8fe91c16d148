package confidant.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A document as a JSON-LD processor that is not ours reads it, with no network to ask what a name means. */
final class LinkedData {
    private static final DocumentLoader NOWHERE = (address, options) -> {
        throw new JsonLdError(JsonLdErrorCode.LOADING_DOCUMENT_FAILED, "nothing is fetched: " + address);
    };
    private static final List<String> DPV = List.of("https://w3id.org/dpv#", "https://w3id.org/dpv/pd#");
    private static final Set<String> NAMES = names();

    private final JsonObject document;
    private final JsonArray expanded;

    LinkedData(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            this.document = reader.readObject();
            this.expanded =
                    JsonLd.expand(JsonDocument.of(document)).loader(NOWHERE).get();
        } catch (JsonLdError e) {
            throw new AssertionError(e);
        }
    }

    JsonObject document() {
        return document;
    }

    /**
     * That its context gives every field a meaning: written out in full and shortened again, nothing is missing or other than it
     * was. A processor leaves out what has no meaning.
     */
    LinkedData losesNothing() {
        try {
            JsonObject again = JsonLd.compact(JsonDocument.of(expanded), JsonDocument.of(document))
                    .loader(NOWHERE)
                    .get();
            assertThat(again).isEqualTo(document);
        } catch (JsonLdError e) {
            throw new AssertionError(e);
        }
        return this;
    }

    /** That every name of the Data Privacy Vocabulary in it is one that version 2.3 has. */
    LinkedData speaksDpv() {
        Set<String> used = new HashSet<>();
        words(expanded).filter(word -> DPV.stream().anyMatch(word::startsWith)).forEach(used::add);
        assertThat(used).isNotEmpty().isSubsetOf(NAMES);
        return this;
    }

    /** Every name and value in the full form. */
    private static Stream<String> words(JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT ->
                value.asJsonObject().entrySet().stream()
                        .flatMap(field -> Stream.concat(Stream.of(field.getKey()), words(field.getValue())));
            case ARRAY -> value.asJsonArray().stream().flatMap(LinkedData::words);
            case STRING -> Stream.of(((JsonString) value).getString());
            default -> Stream.of();
        };
    }

    private static Set<String> names() {
        Set<String> names = new HashSet<>();
        String vocabulary = "";
        for (String line : resource().lines().toList()) {
            if (line.startsWith("[")) {
                vocabulary = line.equals("[dpv]") ? DPV.get(0) : DPV.get(1);
            } else if (!line.startsWith("#")) {
                for (String name : line.split(" ")) {
                    names.add(vocabulary + name);
                }
            }
        }
        return names;
    }

    private static String resource() {
        try (InputStream in = LinkedData.class.getResourceAsStream("/dpv-2.3-names.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
