// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing

/// Invented people's names, each given once.
struct PersonNames {
    private var taken: Set<String> = []

    mutating func next(_ random: inout SplitMix64) -> String {
        while true {
            let given = random.pick(Self.cultures)
            // In every firm some families come from elsewhere than the given names.
            let family = random.chance(80) ? given : random.pick(Self.cultures)
            var name = random.pick(given.first) + " "
            if taken.count > 20_000 { name += random.pick(Self.initials) + ". " }
            name += random.pick(family.last)
            if taken.insert(idText(name)).inserted { return name }
        }
    }

    private static let initials = "ABCDEFGHJKLMNOPRSTVW".map(String.init)

    private struct Culture {
        let first: [String]
        let last: [String]

        init(_ first: String, _ last: String) {
            self.first = first.split(separator: " ").map(String.init)
            self.last = last.split(separator: " ").map(String.init)
        }
    }

    private static let cultures: [Culture] = [
        Culture(
            """
            Ana Beatriz Carla Catarina Diogo Duarte Filipa Francisco Gonçalo Helena Inês Joana João Leonor Luís Madalena \
            Margarida Marta Miguel Nuno Patrícia Pedro Raquel Ricardo Rui Sofia Teresa Tiago Vasco Vera
            """,
            """
            Abrantes Almeida Antunes Azevedo Barros Borges Cardoso Carvalho Coelho Correia Duarte Esteves Faria \
            Fonseca Freitas Guerreiro Lourenço Macedo Magalhães Matos Mendonça Morais Moreira Neves Pacheco Pinto \
            Queirós Ribeiro Sarmento Seabra Tavares Teixeira Vasconcelos Vieira Xavier
            """),
        Culture(
            """
            Anja Annika Benedikt Birgit Carsten Clara Dominik Elke Emil Felix Franziska Greta Hannes Heike Ida Jakob \
            Johanna Jonas Katrin Konrad Lena Leonhard Lukas Magdalena Moritz Nele Paula Quirin Sabine Veit
            """,
            """
            Achternbusch Bachmann Brandt Dietrich Ebner Eichinger Fink Gruber Haas Heller Hofstetter Huber Kastner \
            Kessler Kirchner Lechner Lindner Maier Naumann Oberhauser Pichler Reuter Sauer Schuster Seidl Stadler \
            Thoma Unger Vogl Wagner Weidinger Wimmer Zeller Ziegler Zorn
            """),
        Culture(
            """
            Agnieszka Aleksandra Andrzej Anna Bartosz Dorota Ewa Filip Grzegorz Hanna Igor Jakub Joanna Kacper \
            Karolina Katarzyna Krzysztof Łukasz Maciej Magda Marek Michał Monika Natalia Oskar Paweł Piotr Rafał \
            Tomasz Zofia
            """,
            """
            Adamczyk Bąk Bielak Chmiel Cieślak Czajka Dudek Gajda Głowacki Gawron Jarosz Janik Kaczmarek \
            Kania Kozioł Krawczyk Kubiak Lis Maj Malec Mazur Nowak Oleksy Pawlak Piątek Rogala \
            Sikora Sowa Szulc Urban Walczak Wilk Wróbel Zając Zawada
            """),
        Culture(
            """
            Adèle Agathe Antoine Baptiste Camille Cécile Chloé Clément Corentin Damien Élise Émile Étienne Florian \
            Gaëlle Hugo Jeanne Julien Léa Lucie Manon Mathilde Noémie Océane Pascal Quentin Rémi Solène Thibault Zoé
            """,
            """
            Aubert Barbier Baudry Bellanger Blanchet Bonnefoy Carpentier Chevalier Collet Delmas Descamps Duchêne \
            Fabre Ferrand Garnier Guichard Hamel Jacquet Lacombe Langlois Lebrun Maillard Marchand Mercier Perrin \
            Poirier Renaud Rivière Rousset Sabatier Tessier Tissot Vasseur Verdier Vidal
            """),
        Culture(
            """
            Aarti Aditya Ananya Arjun Deepa Divya Farhan Gauri Harish Ishaan Jaya Karthik Kavya Lakshmi Manish Meera \
            Nikhil Nisha Pooja Pranav Priya Rahul Ravi Rohan Sanjana Shreya Suresh Tanvi Varun Vidya
            """,
            """
            Acharya Bhat Chandran Desai Deshpande Ghosh Gokhale Hegde Iyer Jain Joshi Kamath Kapoor Kulkarni Mehta \
            Menon Mishra Mukherjee Nair Pai Patil Pillai Rao Reddy Sethi Shah Sharma Shenoy Sinha Srinivasan Thakur \
            Trivedi Varma Venkatesan Yadav
            """),
        Culture(
            """
            Aoife Brendan Cara Charlotte Ciarán Conor Daniel Eleanor Emily Fiona George Grace Harriet Imogen Jack \
            Kieran Laura Maeve Niamh Oliver Orla Owen Rebecca Rory Ruth Sinéad Thomas Tom Una William
            """,
            """
            Abbott Ashworth Barlow Brennan Burke Byrne Carmody Clarke Connolly Dempsey Doyle Ellis Farrell Fitzgerald \
            Gallagher Hartley Hughes Kavanagh Keane Lawson Marsh McCabe Nolan Ogden Parker Quinn Redmond Sheridan \
            Slater Thorne Tierney Walsh Whitaker Winters Wright
            """),
        Culture(
            """
            Aylin Baran Burcu Can Ceren Deniz Derya Elif Emre Esra Furkan Gizem Hakan Hazal İrem Kaan Kerem Levent \
            Melis Mert Nazlı Okan Onur Pelin Selin Serkan Tolga Umut Yasemin Zeynep
            """,
            """
            Acar Aksoy Arslan Aydın Bilgin Bozkurt Çelik Çetin Demir Doğan Ekinci Erdem Güneş Işık Karaca Kaya Keskin \
            Koç Kurt Özdemir Özkan Polat Sezer Soylu Şahin Tekin Toprak Tunç Uçar Uysal Yalçın Yavuz Yıldız Yılmaz \
            Yücel
            """),
        Culture(
            """
            Adaeze Amara Ayodele Babajide Chidi Chioma Ebele Efua Emeka Femi Folake Ifeoma Ikenna Kelechi Kofi Kwame \
            Lola Mawuli Ngozi Nkechi Obinna Ola Sade Sena Temi Tunde Uche Wale Yaa Zainab
            """,
            """
            Abiola Achebe Adeyemi Agyeman Akinola Amoah Ansah Asante Balogun Boateng Danso Dike Egwu Eze Ibekwe \
            Igwe Mensah Nwosu Obi Ofori Ojo Okafor Okeke Okoro Olawale Onyango Opoku Osei Owusu Quaye Sarpong \
            Sowande Tetteh Udeh Uzor
            """),
    ]
}

/// A name as an id: small letters without accents, joined by hyphens. `Inês Cardoso` becomes `ines-cardoso`.
func idText(_ name: String) -> String {
    var text = ""
    for character in name.lowercased() {
        switch character {
        case _ where character.isASCII && (character.isLetter || character.isNumber): text.append(character)
        case "á", "à", "â", "ã", "ä", "ą": text.append("a")
        case "ç", "ć": text.append("c")
        case "é", "è", "ê", "ë", "ę": text.append("e")
        case "ğ": text.append("g")
        case "í", "ï", "î", "ı", "i\u{307}": text.append("i")
        case "ł": text.append("l")
        case "ñ", "ń": text.append("n")
        case "ó", "ô", "õ", "ö": text.append("o")
        case "ş", "ś": text.append("s")
        case "ú", "û", "ü": text.append("u")
        case "ż", "ź": text.append("z")
        default: if !text.isEmpty && text.last != "-" { text.append("-") }
        }
    }
    return text.last == "-" ? String(text.dropLast()) : text
}
