using System.Collections.Frozen;

namespace Mullion.Simulation.Localisation;

/// <summary>Error texts in Spanish (es-ES).</summary>
internal static class SpanishTexts
{
    public static readonly FrozenDictionary<int, string> Errors = new Dictionary<int, string>
    {
        [2] = "El sistema no puede encontrar el archivo especificado.",
        [3] = "El sistema no puede encontrar la ruta especificada.",
        [5] = "Acceso denegado.",
        [32] =
            "El proceso no tiene acceso al archivo porque está siendo utilizado por otro proceso.",
        [87] = "El parámetro no es correcto.",
        [112] = "Espacio en disco insuficiente.",
        [123] =
            "El nombre de archivo, el nombre de directorio o la sintaxis de la etiqueta del volumen no son correctos.",
        [126] = "No se puede encontrar el módulo especificado.",
        [145] = "El directorio no está vacío.",
        [183] = "No se puede crear un archivo que ya existe.",
        [193] = "%1 no es una aplicación Win32 válida.",
        [231] = "Todas las instancias de canalización están en uso.",
        [267] = "El nombre del directorio no es válido.",
        [740] = "La operación solicitada requiere elevación.",
        [1051] =
            "Se ha enviado un control de detención a un servicio del que dependen otros servicios en ejecución.",
        [1053] = "El servicio no respondió a tiempo a la solicitud de inicio o de control.",
        [1056] = "Ya se está ejecutando una instancia de este servicio.",
        [1058] =
            "No se puede iniciar el servicio porque está deshabilitado o porque no tiene asociados dispositivos habilitados.",
        [1060] = "El servicio especificado no existe como servicio instalado.",
        [1061] = "El servicio no puede aceptar mensajes de control en este momento.",
        [1062] = "El servicio no se ha iniciado.",
        [1066] = "El servicio ha devuelto un código de error específico del servicio.",
        [1067] = "El proceso ha finalizado de forma inesperada.",
        [1068] = "No se pudo iniciar el servicio o grupo de dependencia.",
        [1072] = "El servicio especificado ha sido marcado para su eliminación.",
        [1073] = "El servicio especificado ya existe.",
        [1075] = "El servicio de dependencia no existe o se ha marcado para su eliminación.",
        [1078] =
            "El nombre ya está en uso como nombre de servicio o nombre para mostrar de servicio.",
        [1168] = "No se encontró el elemento.",
        [1460] = "Esta operación se devolvió porque el período de tiempo de espera expiró.",
        [1722] = "El servidor RPC no está disponible.",
        [10051] = "Se ha intentado una operación de socket en una red no accesible.",
        [12007] = "No se pudo resolver el nombre de servidor o su dirección",
        [12029] = "No se pudo establecer una conexión con el servidor",
        [unchecked((int)0x800F080C)] = "El nombre de la característica es desconocido.",
        [unchecked((int)0x800F0902)] = "La pila de mantenimiento está ocupada con otra operación.",
        [unchecked((int)0x80070005)] = "Acceso denegado.",
        [unchecked((int)0x803B0001)] = "No se encontró la red.",
        [unchecked((int)0x803B0006)] = "No se encontró un adaptador.",
        [unchecked((int)0x80190194)] = "No encontrado (404).",
    }.ToFrozenDictionary();
}
