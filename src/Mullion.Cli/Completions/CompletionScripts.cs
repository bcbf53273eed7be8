namespace Mullion.Cli.Completions;

/// <summary>
/// Scripts that let shells complete mullion's command lines. None knows a command: each asks the program, by System.CommandLine's
/// <c>[suggest:POSITION]</c>. Options are offered once a <c>-</c> is typed.
/// </summary>
internal static class CompletionScripts
{
    public static IReadOnlyDictionary<string, string> ByShell { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["bash"] = Bash,
            ["zsh"] = Zsh,
            ["fish"] = Fish,
            ["pwsh"] = Pwsh,
        };

    // The program may be called by a path: what it is asked about begins with its name.
    private const string Bash = """
        # In ~/.bashrc: source <(mullion completion bash)
        _mullion() {
          local cur=${COMP_WORDS[COMP_CWORD]} word
          local line="mullion${COMP_LINE#"${COMP_WORDS[0]}"}"
          local point=$((COMP_POINT - ${#COMP_LINE} + ${#line}))
          COMPREPLY=()
          while IFS= read -r word; do
            [[ -n $word && $word == "$cur"* ]] || continue
            [[ $cur == -* || $word != [-/]* ]] && COMPREPLY+=("$word")
          done < <("${COMP_WORDS[0]}" "[suggest:$point]" "$line" 2>/dev/null)
        }
        complete -o default -F _mullion mullion

        """;

    private const string Zsh = """
        # In ~/.zshrc, after compinit: source <(mullion completion zsh)
        _mullion() {
          local line="mullion${BUFFER#*${words[1]}}" word
          local -a found
          for word in ${(f)"$(${words[1]} "[suggest:$((CURSOR - $#BUFFER + $#line))]" "$line" 2>/dev/null)"}; do
            [[ $PREFIX == -* || $word != [-/]* ]] && found+=("$word")
          done
          (( $#found )) && compadd -- $found || _files
        }
        compdef _mullion mullion

        """;

    private const string Fish = """
        # In ~/.config/fish/config.fish: mullion completion fish | source
        function __mullion_complete
            set -l line (commandline -cp)
            for word in (mullion "[suggest:"(string length -- $line)"]" "$line" 2>/dev/null)
                if string match -q -- '-*' (commandline -ct); or not string match -qr -- '^[-/]' $word
                    echo $word
                end
            end
        end
        complete -c mullion -a '(__mullion_complete)'

        """;

    private const string Pwsh = """
        # In $PROFILE: mullion completion pwsh | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName mullion -ScriptBlock {
            param($word, $ast, $cursor)
            mullion "[suggest:$cursor]" "$ast".PadRight($cursor) 2>$null |
                Where-Object { $_ -like "$word*" -and ($word -like '-*' -or $_ -notmatch '^[-/]') } |
                ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
        }

        """;
}
