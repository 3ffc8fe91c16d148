package confidant.bench.house;

import com.fasterxml.jackson.databind.ObjectMapper;
import confidant.app.Running;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * The child's side of {@link HouseProcess}: reads its blueprint from the first line of its input, opens the house, tells
 * where, and closes it when the input ends.
 */
final class OpenHouse {
    static final String READY = "READY ";

    private OpenHouse() {}

    public static void main(String[] args) throws IOException {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String line = input.readLine();
        if (line == null) {
            return;
        }
        try (Running house = Running.start(Blueprint.read(line).config())) {
            var told = new ObjectMapper()
                    .createObjectNode()
                    .put("server", house.base().toString())
                    .put("port", house.port())
                    .put(
                            "desk",
                            house.links()
                                    .signIn(house.concierges().stream()
                                            .filter(one -> one.handle().equals(Blueprint.CONCIERGE))
                                            .findFirst()
                                            .orElseThrow()))
                    .put("officer", house.links().signIn(house.officers().get(0)));
            System.out.println(READY + told);
            System.out.flush();
            while (input.readLine() != null) {
                // Whoever started this house keeps the other end open for as long as it is wanted.
            }
        }
    }
}
