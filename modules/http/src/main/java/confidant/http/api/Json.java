package confidant.http.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import confidant.core.BadRequest;
import confidant.model.Personal;
import java.io.IOException;
import java.time.Instant;

/** Reads requests and writes answers. Thread-safe. Words of people become {@link Personal} while they are being read. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .addModule(words())
            .build();

    private Json() {}

    /**
     * @throws BadRequest if {@code bytes} are not JSON of the form of {@code type}; what was sent is not repeated
     */
    public static <T> T read(byte[] bytes, Class<T> type) {
        try {
            T value = MAPPER.readValue(bytes, type);
            if (value == null) {
                throw new BadRequest("the body is empty");
            }
            return value;
        } catch (IOException e) {
            throw new BadRequest("the body is not JSON of the form that the contract describes");
        }
    }

    public static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "an answer of type " + value.getClass().getSimpleName() + " has no JSON form");
        }
    }

    private static SimpleModule words() {
        SimpleModule module = new SimpleModule("words");
        module.addDeserializer(Personal.class, new PersonalReader());
        module.addSerializer(new InstantWriter());
        return module;
    }

    @SuppressWarnings("rawtypes")
    private static final class PersonalReader extends JsonDeserializer<Personal> {
        @Override
        public Personal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = parser.getText();
            if (!text.codePoints().allMatch(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)) {
                // Half a character has no UTF-8 form: stored, it would come back as something else.
                throw JsonMappingException.from(parser, "half a surrogate pair");
            }
            return Personal.of(text);
        }
    }

    private static final class InstantWriter extends StdSerializer<Instant> {
        private static final long serialVersionUID = 1L;

        InstantWriter() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(value.toString());
        }
    }
}
