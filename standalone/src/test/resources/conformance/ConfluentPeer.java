import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.io.JsonEncoder;

/**
 * Confluent's own serializer and deserializer, run from source on a class path with their jar alone. Answers each line
 * with one line; all payloads are in Base64:
 *
 * <pre>
 * read TOPIC BYTES               the record as Avro's JSON, in the writer's schema
 * write TOPIC SCHEMA RECORD      the bytes of a record that came as Avro's JSON
 * </pre>
 */
public class ConfluentPeer {

    private static final KafkaAvroSerializer SERIALIZER = new KafkaAvroSerializer();
    private static final KafkaAvroDeserializer DESERIALIZER = new KafkaAvroDeserializer();

    public static void main(String[] arguments) throws IOException {
        Map<String, Object> configuration = Map.of("schema.registry.url", arguments[0]);
        SERIALIZER.configure(configuration, false);
        DESERIALIZER.configure(configuration, false);
        BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String line = requests.readLine(); line != null; line = requests.readLine()) {
            String[] words = line.split(" ");
            byte[] answer = words[0].equals("read")
                    ? read(words[1], decode(words[2]))
                    : write(words[1], decode(words[2]), decode(words[3]));
            System.out.println("answer " + Base64.getEncoder().encodeToString(answer));
        }
    }

    private static byte[] read(String topic, byte[] bytes) throws IOException {
        GenericRecord record = (GenericRecord) DESERIALIZER.deserialize(topic, bytes);
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        JsonEncoder encoder = EncoderFactory.get().jsonEncoder(record.getSchema(), json);
        new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
        encoder.flush();
        return json.toByteArray();
    }

    private static byte[] write(String topic, byte[] schemaJson, byte[] json) throws IOException {
        Schema schema = new Schema.Parser().parse(new String(schemaJson, StandardCharsets.UTF_8));
        GenericRecord record = new GenericDatumReader<GenericRecord>(schema)
                .read(null, DecoderFactory.get().jsonDecoder(schema, new String(json, StandardCharsets.UTF_8)));
        return SERIALIZER.serialize(topic, record);
    }

    private static byte[] decode(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
