using System.Collections.Frozen;

namespace Mullion.Simulation.Localisation;

/// <summary>Error texts in German (de-DE).</summary>
internal static class GermanTexts
{
    public static readonly FrozenDictionary<int, string> Errors = new Dictionary<int, string>
    {
        [2] = "Das System kann die angegebene Datei nicht finden.",
        [3] = "Das System kann den angegebenen Pfad nicht finden.",
        [5] = "Zugriff verweigert",
        [32] =
            "Der Prozess kann nicht auf die Datei zugreifen, da sie von einem anderen Prozess verwendet wird.",
        [87] = "Falscher Parameter.",
        [112] = "Es steht nicht genug Speicherplatz auf dem Datenträger zur Verfügung.",
        [123] =
            "Die Syntax für den Dateinamen, Verzeichnisnamen oder die Datenträgerbezeichnung ist falsch.",
        [126] = "Das angegebene Modul wurde nicht gefunden.",
        [145] = "Das Verzeichnis ist nicht leer.",
        [183] = "Eine Datei kann nicht erstellt werden, wenn sie bereits vorhanden ist.",
        [193] = "%1 ist keine zulässige Win32-Anwendung.",
        [231] = "Alle Pipeinstanzen sind ausgelastet.",
        [267] = "Der Verzeichnisname ist ungültig.",
        [740] = "Der angeforderte Vorgang erfordert erhöhte Rechte.",
        [1051] =
            "Ein Beendigungsbefehl wurde an einen Dienst gesendet, von dem andere laufende Dienste abhängig sind.",
        [1053] =
            "Der Dienst antwortete nicht rechtzeitig auf die Start- oder Steuerungsanforderung.",
        [1056] = "Es wird bereits eine Instanz des Dienstes ausgeführt.",
        [1058] =
            "Der angegebene Dienst kann nicht gestartet werden. Er ist deaktiviert oder nicht mit aktivierten Geräten verbunden.",
        [1060] = "Der angegebene Dienst ist kein installierter Dienst.",
        [1061] = "Der Dienst kann zurzeit keine Steuermeldungen annehmen.",
        [1062] = "Der Dienst wurde nicht gestartet.",
        [1066] = "Der Dienst hat einen dienstspezifischen Fehlercode zurückgegeben.",
        [1067] = "Der Prozess wurde unerwartet beendet.",
        [1068] =
            "Der Abhängigkeitsdienst oder die Abhängigkeitsgruppe konnte nicht gestartet werden.",
        [1072] = "Der angegebene Dienst wurde zum Löschen markiert.",
        [1073] = "Der angegebene Dienst ist bereits vorhanden.",
        [1075] = "Der Abhängigkeitsdienst ist nicht vorhanden oder wurde zum Löschen markiert.",
        [1078] = "Der Name wird bereits als Dienstname oder Dienstanzeigename verwendet.",
        [1168] = "Element nicht gefunden.",
        [1460] = "Dieser Vorgang wurde wegen Zeitüberschreitung zurückgegeben.",
        [1722] = "Der RPC-Server ist nicht verfügbar.",
        [10051] = "Ein Socketvorgang bezog sich auf ein nicht verfügbares Netzwerk.",
        [12007] = "Der Servername oder die Serveradresse konnte nicht verarbeitet werden",
        [12029] = "Es konnte keine Verbindung mit dem Server hergestellt werden",
        [unchecked((int)0x800F080C)] = "Der Featurename ist unbekannt.",
        [unchecked((int)0x800F0902)] =
            "Der Wartungsstapel ist mit einem anderen Vorgang beschäftigt.",
        [unchecked((int)0x80070005)] = "Zugriff verweigert",
        [unchecked((int)0x803B0001)] = "Das Netzwerk wurde nicht gefunden.",
        [unchecked((int)0x803B0006)] = "Es wurde kein Adapter gefunden.",
        [unchecked((int)0x80190194)] = "Nicht gefunden (404).",
    }.ToFrozenDictionary();
}
