const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Small words of other languages that are no words of English, folded as names are. */
export const foreignWords =
  set(`ich mochte moechte bitte mich mir kann konnte wer welche welchem fuge hinzu fur und der die
  das ist nicht gruppe zugang brauche zugriff beitreten wie wo hilfe nein danke entferne aus auf mein meine
  wurde gerne gern hat haben sind wir sie ihr von zum zur mit werden sein noch auch einen eine einer
  je voudrais veux veuillez ajoutez ajouter rejoindre groupe acces pouvez vous moi mon ma mes le la les du des une
  est sont pour dans avec besoin bonjour merci puis quitter qui quel quels quelle comment
  quiero necesito quisiera por favor anadir anademe unirme grupo acceso puedo puede como mi mis el los las una
  para con hola gracias salir quien cual esta estoy al
  vorrei voglio aggiungimi aggiungere gruppo accesso per favore posso puoi sono nel nella del della ciao grazie chi
  ik wil graag voeg mij toe aan groep toegang nodig kan het een niet van voor met wie dank alsjeblieft
  quero preciso adicione adicionar acesso obrigado obrigada voce pode sou eu meu minha na no nao
  chce prosze dodaj mnie grupy dostep potrzebuje jak jest
  istiyorum lutfen ekle beni gruba katilmak
  jag vill gar med gruppen behover tack snalla hej och`);

/** Of these, some are English, too, or a name: they count only beside others. */
export const sharedWords = set('die mi no per ma la le das an man was am in do to me on aus favor plan');
